import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Feature, Geometry } from 'geojson';
import { runImport, type ImportArgs, type ImportResult } from '../../../geodata/import/run-import.js';
import { importLayerNamed } from '../../../geodata/import/layers.js';
import { mergeOfficial } from '../../../geodata/import/merge.js';
import { officialLayer } from '../../../geodata/import/official-layer.js';
import { box, point, polygon, testFolder } from './make-files.js';

const base = {
  source: '年報',
  page: 9,
  asOf: '2025-03-31',
  method: 'constructed',
  accuracyMeters: 150,
  note: null,
};
const built = (properties: object, geometry: Geometry | null): Feature<Geometry | null> => ({
  type: 'Feature',
  properties: { ...base, nameEn: 'X', ...properties },
  geometry,
});
const wardNames = ['東区', '博多区', '中央区', '南区', '西区', '城南区', '早良区'];
export const wardBox = (at: number) => box([130.3 + at * 0.02, 33.6], 0.009);
const towns = [
  ['中央区', '天神一丁目'],
  ['中央区', '天神二丁目'],
  ['中央区', '長浜三丁目'],
  ['中央区', '荒津二丁目'],
  ['中央区', '大名一丁目'],
  ['中央区', '那の津四丁目'],
  ['博多区', '大字金の隈'],
  ['東区', '香住ヶ丘一丁目'],
] as const;
export const townPlace = (at: number): [number, number] => [130.38 + at * 0.005, 33.585];

/** Built layers of a toy city with the real names: what an import is matched against. */
export const builtCity: Readonly<Record<string, Feature<Geometry | null>[]>> = {
  wards: wardNames.map((name, at) =>
    built({ id: `ward-${40131 + at}`, name, code: String(40131 + at) }, polygon(wardBox(at))),
  ),
  towns: towns.map(([ward, name], at) =>
    built({ id: `town/${ward}/${name}`, name, ward, district: '中部' }, polygon(box(townPlace(at), 0.002))),
  ),
  'inundation-zones': [
    built(
      { id: 'inundation-zone-1', name: '天神周辺地区', dangerLevelMeters: 2.5 },
      polygon(box([130.4, 33.59])),
    ),
  ],
  'treatment-districts': ['中部', '西部'].map((name, at) =>
    built(
      { id: `treatment-district-${at + 1}`, name, drawnAreaHectares: 1 },
      polygon(box([130.36 + at * 0.04, 33.58], 0.02)),
    ),
  ),
  'priority-districts': [
    ['東区', '原田(1)'],
    ['博多区', '板付'],
    ['南区', '板付'],
  ].map(([ward, name], at) =>
    built({ id: `priority-0${at + 1}`, name, ward }, polygon(box([130.4 + at * 0.01, 33.58]))),
  ),
  'pump-stations': [
    ['大岳ポンプ場', null],
    ['奈多第1ポンプ場', point(130.41, 33.67)],
    ['同名ポンプ場', null],
    ['同名ポンプ場', null],
  ].map(([name, geometry], at) =>
    built(
      { id: `pump-planned-0${at + 1}`, name, method: 'transcribed', accuracyMeters: geometry ? 300 : null },
      geometry as Geometry | null,
    ),
  ),
  'treatment-centres': [built({ id: 'treatment-centre-4', name: '中部水処理センター' }, point(130.38, 33.6))],
  'trunk-sewers': [
    [
      '中部2号幹線',
      'in-service',
      '2009-04',
      '2019-03',
      '貯留施設を兼ねる。線形は公表されていない（位置未公表）。',
    ],
    ['中部11号幹線', 'under-way', '2019-04', '2029-03', '線形は公表されていない（位置未公表）。'],
    ['塩原老司雨水幹線', 'planned', null, null, '線形は公表されていない（位置未公表）。'],
  ].map(([name, status, periodStart, periodEnd, note], at) =>
    built(
      {
        ...{ id: `trunk-sewer-0${at + 1}`, name, status, periodStart, periodEnd, note },
        ...{ plan: '計画', carries: 'storm', diameterMillimeters: 1500, lengthMeters: null },
        ...{
          statusBasis: '年報',
          startPlace: null,
          endPlace: null,
          method: 'transcribed',
          accuracyMeters: null,
        },
      },
      null,
    ),
  ),
  shelters: ['警固公園', '舞鶴公園', '大濠公園', '天神中央公園', '須崎公園', '鳥飼公園'].map((name, at) =>
    built(
      { id: `shelter-00${at + 1}`, name, ward: '中央区', nameEn: `${name} (Chuo Ward)` },
      point(130.37 + at * 0.004, 33.586),
    ),
  ),
};

export interface ImportSandbox {
  folder: string;
  official: string;
  tiles: string;
  said: string[];
  /** Writes a file into the folder and imports it. */
  importFile: (
    name: string,
    content: string | Uint8Array,
    args: Partial<ImportArgs> & { layer: string },
  ) => Promise<ImportResult>;
  run: (args: Partial<ImportArgs> & { layer: string }) => Promise<ImportResult>;
  mapping: (value: unknown) => string;
  written: (layer: string) => Feature<Geometry | null>[];
  text: (layer: string) => string | null;
}

interface Folders {
  official: string;
  tiles: string;
}

/** The toy city's build: its constructed layers with what was imported. */
export async function buildSmallCity({ official, tiles }: Folders): Promise<void> {
  for (const [id, constructed] of Object.entries(builtCity)) {
    const layer = importLayerNamed(id);
    if (!layer) throw new Error(id);
    const features = officialLayer(id, official)?.features ?? null;
    const merged = mergeOfficial(layer, { type: 'FeatureCollection', features: constructed }, features);
    writeFileSync(join(tiles, `${id}.geojson`), JSON.stringify(merged));
  }
}

/** A toy city on disk to import into. */
export function importSandbox(rebuild: (folders: Folders) => Promise<void> = buildSmallCity): ImportSandbox {
  const folder = testFolder();
  const [official, tiles] = [join(folder, 'official'), join(folder, 'tiles')];
  mkdirSync(tiles);
  for (const [id, features] of Object.entries(builtCity))
    writeFileSync(join(tiles, `${id}.geojson`), JSON.stringify({ type: 'FeatureCollection', features }));
  const said: string[] = [];
  const run: ImportSandbox['run'] = (args) =>
    runImport(
      { file: '', dryRun: false, ...args },
      {
        say: (line) => said.push(line),
        officialFolder: official,
        tilesFolder: tiles,
        rebuild,
        preview: async () => new Map(),
      },
    );
  let mappings = 0;
  return {
    ...{ folder, official, tiles, said, run },
    importFile: (name, content, args) => {
      writeFileSync(join(folder, name), content);
      return run({ file: join(folder, name), ...args });
    },
    mapping: (value) => {
      const path = join(folder, `mapping${++mappings}.json`);
      writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value));
      return path;
    },
    written: (layer) => officialLayer(layer, official)?.features ?? [],
    text: (layer) => {
      try {
        return readFileSync(join(official, `${layer}.geojson`), 'utf8');
      } catch {
        return null;
      }
    },
  };
}

/** The report of an import that worked; fails the test with its reason otherwise. */
export function reportOf(result: ImportResult) {
  if (!result.ok) throw new Error(`${result.problem}: ${result.detail}`);
  if (result.action === 'removed') throw new Error('removed');
  return result.report;
}
export const countsOf = (rows: readonly { count: number }[], key: string): Record<string, number> =>
  Object.fromEntries(
    rows.map((row) => [String((row as unknown as Record<string, unknown>)[key]), row.count]),
  );
