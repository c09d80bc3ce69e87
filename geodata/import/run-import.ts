import { visibleText } from '../../src/i18n/shown-text.js';
import { join } from 'node:path';
import { importFile, type ImportEnvironment } from './import-file.js';
import { holderText } from '../disk/lock.js';
import { builtLayer } from './built-layers.js';
import { differenceBetween } from './difference.js';
import type { ImportArgs, ImportIo, ImportResult } from './import-options.js';
import { importLayerIds, importLayerNamed, importLayers, type ImportLayer } from './layers.js';
import { officialFolder, readOfficialFile } from './official-layer.js';
import { exchangeData, stageOfficial } from './official-store.js';
import { ImportFailure, refusalOf } from './problem.js';
import { reportLines } from './report.js';
import { Tally } from './tally.js';
import { refusalText, wordingOf } from './wording.js';

export type { ImportArgs, ImportIo, ImportResult } from './import-options.js';

const tilesOfRepository = join(import.meta.dirname, '..', '..', 'public', 'tiles');

/**
 * Reads official or own data into a layer (docs/import.md): checks, mends, reports, compares, and unless `dryRun`
 * writes geodata/official/<layer>.geojson and builds the map anew. Whatever fails, the old layer stays.
 */
export async function runImport(args: ImportArgs, io: ImportIo): Promise<ImportResult> {
  // A terminal obeys what a file's names may hold: control characters, and letters that turn a line round.
  const say = (line: string) => io.say(visibleText(line));
  const tally = new Tally();
  const words = wordingOf(io.locale ?? 'ja');
  const environment: ImportEnvironment = {
    official: io.officialFolder ?? officialFolder,
    tiles: io.tilesFolder ?? tilesOfRepository,
    rebuild: io.rebuild,
    preview: io.preview,
    onWait: (holder) => io.say(words.waiting({ holder: holderText(holder) })),
    ...(io.onStep && { onStep: io.onStep }),
    ...(io.waitSeconds !== undefined && { waitSeconds: io.waitSeconds }),
  };
  try {
    const layer = importLayerNamed(args.layer);
    if (layer === null) throw new ImportFailure('unknown-layer', importLayerIds.join(', '));
    if (args.remove) return await remove(layer, environment);
    const result = await importFile(layer, args, environment, tally);
    for (const line of reportLines(result.report, words)) say(line);
    return result;
  } catch (error) {
    const { problem, detail } = refusalOf(error);
    const { what, remedy } = words.problems[problem];
    const message = refusalText(words, what, detail);
    say(message);
    say(`→ ${remedy}`);
    const summary = tally.read > 0 ? tally.summary() : null;
    return { ok: false, problem, message, remedy, detail, tally: summary };
  }
}

async function remove(layer: ImportLayer, environment: ImportEnvironment): Promise<ImportResult> {
  const { official, tiles } = environment;
  return exchangeData(environment, async (staging) => {
    if (readOfficialFile(layer, official) === null) throw new ImportFailure('not-imported', layer);
    const { exchange, built } = await stageOfficial(environment, staging, layer, null);
    const after = builtLayer(built, layer) ?? { type: 'FeatureCollection' as const, features: [] };
    const difference = differenceBetween(builtLayer(tiles, layer), after, importLayers[layer].geometry);
    return { exchange, value: { ok: true, action: 'removed', layer, difference } };
  });
}
