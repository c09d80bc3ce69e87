import { layerById } from '../../catalog/layers.js';
import { translate } from '../../i18n/translate.js';
import type { Locale } from '../../i18n/locale.js';
import type { AreaReport } from '../../report/area-report.js';
import type { SiteReport } from '../../report/site-report-types.js';
import type { Candidate } from '../../search/candidate.js';
import { reportAsPlainText } from '../../report-text/plain-text.js';
import { reportText } from '../../report-text/report-text.js';
import { addressReport, nameWithWard } from '../../service/address-report.js';
import type { Command, CommandIo } from '../command.js';
import { Failure, localeOption, numberOption, readOptions, UsageError, writeJson } from '../command.js';
import { loadDataSet, tilesFolder } from '../load-data-set.js';

const help = `report: 一つの地点の計画降雨・担当処理場・想定区域を JSON で返します。/ One site report as JSON.

  report --lon 130.4017 --lat 33.5902 [--lang ja]
  report --address "中央区天神1-8-1" [--lang ja]

  --lon, --lat   longitude and latitude in degrees (WGS84 / JGD2011)
  --address      search first; "match" in the answer says what was found and how well,
                 "area" what holds for the whole town (one district, or which ones share it), null for a block:
                 it is answered as a point, its accuracy added to the map's; a number that no block has is said
  --lang         ja | easy | en | zh | ko: adds "text", the report in words of that language
  --tiles        folder of the built data [public/tiles]

Exit 1: no position (swapped, out of range), nothing found, found in several places ("ambiguous", they are named),
or found without a published place.
`;

const options = {
  lon: { type: 'string' },
  lat: { type: 'string' },
  address: { type: 'string' },
  lang: { type: 'string' },
  tiles: { type: 'string', default: tilesFolder },
} as const;

async function run(args: string[], io: CommandIo): Promise<void> {
  const { values } = readOptions(args, options);
  const locale = localeOption(values.lang);
  const byPosition = values.lon !== undefined || values.lat !== undefined;
  if (byPosition === (values.address !== undefined))
    throw new UsageError('give either --lon and --lat, or --address');
  const position = byPosition ? [numberOption('lon', values.lon), numberOption('lat', values.lat)] : null;

  const service = await loadDataSet(values.tiles, io);
  if (position) {
    const result = service.report(position);
    if (!result.ok) {
      const words = translate(locale ?? 'ja').t.errors.position[result.problem];
      throw new Failure(`${result.problem}: ${position.join(', ')}: ${words}`);
    }
    await writeJson(io, inWords(result.report, locale));
    return;
  }
  const address = values.address ?? '';
  const found = addressReport(service, address);
  if (!found.ok) {
    const names = found.outside ?? found.candidates.map(nameWithWard).join(', ');
    throw new Failure(`${found.problem}: "${address}"${names && ` (${names})`}`);
  }
  const { match, report, area } = found.answer;
  if (match.blockNote) {
    const { kind, asked, known } = match.blockNote;
    io.say(`note: ${translate(locale ?? 'ja').t.search.blockNotes[kind]({ asked, known: known ?? '' })}`);
  }
  await writeJson(io, { ...inWords(report, locale), match: { query: address, ...match }, area });
}

type Written = SiteReport & { text?: string; match?: Candidate; area?: AreaReport | null };

function inWords(report: SiteReport, locale: Locale | null): Written {
  if (!locale) return report;
  const translation = translate(locale);
  const text = reportText(report, translation, (layer) => translation.text(layerById(layer)?.title) ?? layer);
  return { ...report, text: reportAsPlainText(text, translation, '').trimEnd() };
}

export const report: Command = {
  help,
  run,
};
