import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Position } from 'geojson';
import * as v from 'valibot';
import { manifestSchema } from '../../../src/catalog/manifest.js';
import { buildLayers } from '../../../geodata/build/build-layers.js';
import { ownCityData } from '../../../geodata/cities/cities.js';
import { withOfficialBlocks } from '../../../geodata/build/official-blocks.js';
import { documentsOf } from '../../../geodata/build/documents.js';
import { bundle } from '../../../geodata/build/manifest.js';
import { previewLayers } from '../../../geodata/build/rebuild.js';
import { runImport, type ImportArgs } from '../../../geodata/import/run-import.js';
import { loadDataSet } from '../../../src/cli/load-data-set.js';
import { testFolder } from './make-files.js';

export const publicTiles = join(import.meta.dirname, '../../../public/tiles');
const say = () => undefined;
const io = { say, write: async () => undefined, input: (async function* () {})() };

/** The manifest of a folder of built layers. */
export const manifestIn = (folder: string) =>
  v.parse(manifestSchema, JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));

interface Folders {
  official: string;
  tiles: string;
}

/** All layers and documents from the city's own inputs and what was imported, without the archives. */
export function buildAll({ official, tiles }: Folders): void {
  const city = withOfficialBlocks(ownCityData(), official);
  const layers = buildLayers(official, city);
  for (const [name, text] of bundle(layers, documentsOf(layers, city)).files) {
    mkdirSync(dirname(join(tiles, name)), { recursive: true });
    writeFileSync(join(tiles, name), text);
  }
}

/** The city's built layers in a folder of their own, to import into. */
export function realCity(rebuild: (folders: Folders) => void = buildAll) {
  const folder = testFolder();
  const folders = { official: join(folder, 'official'), tiles: join(folder, 'tiles') };
  cpSync(publicTiles, folders.tiles, { recursive: true });
  const options = {
    say,
    officialFolder: folders.official,
    tilesFolder: folders.tiles,
    rebuild: async (staged: Folders) => rebuild(staged),
    preview: previewLayers,
  };
  return {
    ...folders,
    write: (name: string, content: string | Uint8Array): string => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    },
    /** As the command line does it. */
    run: (args: Partial<ImportArgs> & { file: string; layer: string }) =>
      runImport({ dryRun: false, ...args }, options),
    service: () => loadDataSet(folders.tiles, io),
    importFile: (name: string, bytes: string | Uint8Array, layer: string, dryRun = false) => {
      writeFileSync(join(folder, name), bytes);
      return runImport({ file: join(folder, name), layer, dryRun }, options);
    },
    remove: (layer: string) => runImport({ file: '', layer, dryRun: false, remove: true }, options),
    bytes: () =>
      new Map(
        readdirSync(folders.tiles, { recursive: true, encoding: 'utf8' })
          .filter((name) => /json$/.test(name))
          .map((name) => [name, readFileSync(join(folders.tiles, name), 'utf8')]),
      ),
    reportAt: async (position: Position) => {
      const service = await loadDataSet(folders.tiles, io);
      const result = service.report([...position]);
      if (!result.ok) throw new Error(result.problem);
      return result.report;
    },
  };
}
