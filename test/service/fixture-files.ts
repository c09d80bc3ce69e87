import { createHash } from 'node:crypto';
import { catalogue } from '../../src/catalog/layers.js';
import type { SearchDocument } from '../../src/search/document.js';
import type { ReadFile } from '../../src/service/read-file.js';
import { collection, fixtureLayers } from '../report/fixture-city.js';

export const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

/** Names of the fixture city as `search.json`. Positions in hundred-thousandths of a degree. */
const searchDocument: SearchDocument = {
  version: 1,
  city: {
    name: '試験市',
    nameEn: 'Test City',
    kana: 'しけんし',
    prefecture: '福岡県',
    prefectureEn: 'Fukuoka',
    prefectureKana: 'ふくおかけん',
    operators: [],
  },
  frame: [130, 33.4, 130.6, 33.7],
  centre: [130.4, 33.55],
  neighbours: [['隣の市', 'Neighbour City']],
  layers: { ward: 'wards', town: 'towns', place: ['pump-stations'] },
  wards: [
    ['ward-west', '西区', 'Nishi Ward', 13035000, 3355000],
    ['ward-east', '東区', 'Higashi Ward', 13045000, 3355000],
  ],
  towns: [
    [0, '北西', 'ほくせい', 'Hokusei', [['town-nw', 0, 2, 13035000, 3357500]]],
    [0, '南西', 'なんせい', 'Nansei', [['town-sw', 0, 2, 13035000, 3352500]]],
    [1, '東原', 'ひがしばる', 'Higashibaru', [['town-e', 0, 2, 13045000, 3355000]]],
    [0, '境目', 'さかいめ', 'Sakaime', [['town-x', 0, 2, null, null]]],
  ],
  places: [
    [1, 0, 'pump-a', '試験ポンプ場', 'Test Pump', 1, 13045000, 3355100, []],
    [1, 0, 'pump-nowhere', '幻ポンプ場', 'Phantom Pump', 1, null, null, []],
  ],
  exits: [],
};

/** The fixture city as the files of public/tiles, with a manifest that fits. */
export function fixtureFiles(): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const layers: Record<string, unknown> = {};
  for (const { id } of catalogue) {
    const bytes = encode(fixtureLayers[id] ?? collection());
    files.set(`${id}.geojson`, bytes);
    layers[id] = {
      ...{
        file: `${id}.geojson`,
        bytes: bytes.length,
        features: 0,
        placed: 0,
        bbox: null,
        asOf: '2025-03-31',
      },
      ...{ methods: [], accuracyMeters: null, sources: [] },
      sha256: createHash('sha256').update(bytes).digest('hex'),
    };
  }
  const names = encode(searchDocument);
  files.set('search.json', names);
  const sha256 = createHash('sha256').update(names).digest('hex');
  const documents = { search: { file: 'search.json', bytes: names.length, sha256 } };
  files.set(
    'manifest.json',
    encode({ dataVersion: '0123456789ab', pack: 'test', asOf: '2025-03-31', documents, layers }),
  );
  return files;
}

export const reader =
  (files: Map<string, Uint8Array>): ReadFile =>
  async (name) => {
    const bytes = files.get(name);
    return bytes ? { ok: true, bytes } : { ok: false, reason: 'http-404' };
  };
