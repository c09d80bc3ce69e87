import { layerById } from '../../../src/catalog/layers.js';
import { loadDataSet, tilesFolder } from '../../../src/cli/load-data-set.js';
import type { Locale } from '../../../src/i18n/locale.js';
import { translate } from '../../../src/i18n/translate.js';
import { reportAsPlainText } from '../../../src/report-text/plain-text.js';
import { reportText } from '../../../src/report-text/report-text.js';

const problems: string[] = [];
let loaded: ReturnType<typeof loadDataSet> | null = null;

/**
 * The lines of a report as the command line writes them, without empty ones.
 * @param place of an address: `p=longitude,latitude`
 */
export async function reportInWords(place: string, locale: Locale): Promise<string[]> {
  loaded ??= loadDataSet(tilesFolder, { say: (text) => problems.push(text) });
  const answer = (await loaded).report(place.replace('p=', '').split(',').map(Number));
  if (!answer.ok || problems.length > 0) throw new Error(problems.join('; ') || 'no answer');
  const translation = translate(locale);
  const words = reportText(answer.report, translation, (id) => translation.text(layerById(id)?.title) ?? id);
  return reportAsPlainText(words, translation, '')
    .split('\n')
    .filter((line) => line !== '');
}
