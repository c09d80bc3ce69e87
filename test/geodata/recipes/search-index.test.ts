import { describe, expect, it } from 'vitest';
import type { SearchedFeature } from '../../../geodata/recipes/search-index.js';
import { buildSearchIndex } from '../../../geodata/recipes/search-index.js';
import { searchWords as words } from '../../../geodata/cities/fukuoka/search-words.js';
import { city } from '../../../src/catalog/city.js';
import { parseSearchDocument } from '../../../src/search/document.js';

const square = (west: number, south: number): SearchedFeature['geometry'] => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + 0.1, south],
      [west + 0.1, south + 0.1],
      [west, south + 0.1],
      [west, south],
    ],
  ],
});
const point = (longitude: number, latitude: number) => ({
  type: 'Point' as const,
  coordinates: [longitude, latitude] as const,
});
const one = (geometry: SearchedFeature['geometry'], properties: object): SearchedFeature => ({
  geometry,
  properties,
});
const town = (name: string, more: object) =>
  one(null, { id: `t-${name}`, name, nameEn: name, ward: '東区', ...more });

const layers = {
  wards: [one(square(130.4, 33.6), { id: 'w-1', name: '東区', nameEn: 'Higashi Ward' })],
  towns: [
    town('北原二丁目', { kind: '丁目', labelLongitude: 130.45, labelLatitude: 33.65 }),
    town('北原一丁目', { kana: 'きたばる', nameEn: 'Kitabaru 1-chome', kind: '丁目' }),
    town('大字北原', { kind: '大字・町' }),
    town('北原十二丁目', { kind: '丁目' }),
    town('谷', { kind: '小字' }),
  ],
  stations: [
    one(point(130.42, 33.62), { id: 's-1', name: '西鉄福岡(天神)', nameEn: 'Nishitetsu-Fukuoka (Tenjin)' }),
    one(point(130.3, 33.4), { id: 's-2', name: '遠い', nameEn: 'Far' }),
  ],
  'treatment-centres': [
    one(null, { id: 'c-1', name: '中部水処理センター', nameEn: 'Chubu Water Treatment Center' }),
  ],
  'treatment-districts': [one(square(130.4, 33.6), { id: 'd-1', name: '中部', nameEn: 'Chubu' })],
  'rainbow-plan': ['whole', 'phase1'].map((part) =>
    one(null, {
      id: `r-${part}`,
      name: part,
      nameEn: part,
      part,
      plan: '雨水整備レインボープラン天神',
      planEn: 'Plan',
    }),
  ),
  neighbours: [
    one(null, { id: 'n-1', name: '福岡県太宰府市', nameEn: 'Dazaifu City' }),
    one(null, { id: 'n-2', name: '福岡県糟屋郡粕屋町', nameEn: '粕屋町' }),
  ],
};
const exits = [{ station: '西鉄福岡(天神)', label: '1', ward: '東区', longitude: 130.42, latitude: 33.62 }];
const built = buildSearchIndex({ city, layers, exits, words });

describe('buildSearchIndex', () => {
  it('makes a document the search accepts, the same every time', () => {
    expect(parseSearchDocument(JSON.parse(JSON.stringify(built))).ok).toBe(true);
    expect(JSON.stringify(buildSearchIndex({ city, layers, exits, words }))).toBe(JSON.stringify(built));
  });

  it('gathers towns under their base name, whose reading one sibling gives', () => {
    expect(built.towns).toEqual([
      [
        0,
        '北原',
        'きたばる',
        'Kitabaru',
        [
          ['t-北原一丁目', 1, 0, null, null],
          ['t-北原二丁目', 2, 0, 13045000, 3365000],
          ['t-北原十二丁目', 12, 0, null, null],
          ['t-大字北原', 0, 1, null, null],
        ],
      ],
      [0, '谷', '', '', [['t-谷', 0, 3, null, null]]],
    ]);
  });

  it('leaves out stations beyond the wards and names the rest without brackets too', () => {
    const stations = built.places.filter((row) => row[0] === 0);
    expect(stations).toHaveLength(1);
    expect(stations[0]?.[5]).toBe(0);
    expect(stations[0]?.[8]).toEqual(['西鉄福岡', '福岡']);
  });

  it('knows the former names and the words for things', () => {
    const named = (id: string) => built.places.find((row) => row[2] === id);
    expect(named('c-1')?.[8]).toEqual(['中部処理場']);
    expect(named('d-1')?.slice(3, 5)).toEqual(['中部処理区', 'Chubu Treatment District']);
    expect(named('r-whole')?.slice(3, 5)).toEqual(['雨水整備レインボープラン天神', 'Plan']);
    expect(named('r-phase1')).toBeUndefined();
  });

  it('gives an unplaced thing no place, an area a point inside, a ward a town of its own', () => {
    const place = (id: string) => built.places.find((row) => row[2] === id)?.slice(6, 8);
    expect(place('c-1')).toEqual([null, null]);
    const [x, y] = place('d-1') ?? [];
    expect(Number(x) > 13040000 && Number(x) < 13050000 && Number(y) > 3360000 && Number(y) < 3370000).toBe(
      true,
    );
    expect(built.wards[0]?.slice(3)).toEqual([13045000, 3365000]);
  });

  it('names neighbours without their prefecture and county', () => {
    expect(built.neighbours).toEqual([
      ['太宰府市', 'Dazaifu City'],
      ['粕屋町', ''],
    ]);
  });

  it('refuses a town in no known ward', () => {
    const astray = { ...layers, towns: [town('天神', { ward: '中央区' })] };
    expect(() => buildSearchIndex({ city, layers: astray, exits, words })).toThrow('t-天神');
  });
});
