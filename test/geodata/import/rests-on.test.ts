/** What rests on an imported layer is built from it: no layer, no answer and no search keeps the old place. */
import type { Feature, Geometry } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import { city as catalogueCity } from '../../../src/catalog/city.js';
import { builtLayer } from '../../../geodata/import/built-layers.js';
import { importLayers } from '../../../geodata/import/layers.js';
import { geometryContains } from '../../../src/geometry/contains.js';
import type { Service } from '../../../src/service/service.js';
import { ksjGeoJson } from './make-files.js';
import { manifestIn, publicTiles, realCity } from './real-city.js';
import type { ImportResult } from '../../../geodata/import/run-import.js';
import { reportOf } from './small-city.js';

const east = 0.006;
const moved = (value: unknown): unknown =>
  !Array.isArray(value)
    ? value
    : typeof value[0] === 'number'
      ? [Math.round((value[0] + east) * 1e6) / 1e6, value[1]]
      : value.map(moved);
const movedGeometry = (geometry: Geometry | null) =>
  geometry &&
  ({ ...geometry, coordinates: moved((geometry as { coordinates: unknown }).coordinates) } as Geometry);
const names = {
  'treatment-districts': '処理区',
  'pump-stations': 'P22a_002',
  'treatment-centres': 'P22b_002',
  'trunk-sewers': '幹線名',
};

const line: Geometry = {
  type: 'LineString',
  coordinates: [
    [130.4, 33.59],
    [130.41, 33.58],
  ],
};

/** A built layer 600 m to the east, in the columns its driver reads. */
function movedLayer(layer: keyof typeof names): string {
  const features = (builtLayer(publicTiles, layer)?.features ?? []).flatMap(
    ({ properties, geometry }): Feature<Geometry | null>[] => {
      const columns = {
        ...{ [names[layer]]: String(properties?.['name']), P22a_001: 40130, P22b_001: 40130 },
        ...{ 状況: '供用中', 出典: '試験の図', 精度m: 10 },
      };
      if (layer === 'trunk-sewers') return [{ type: 'Feature', properties: columns, geometry: line }];
      return geometry ? [{ type: 'Feature', properties: columns, geometry: movedGeometry(geometry) }] : [];
    },
  );
  return ksjGeoJson('moved', features);
}

/** Places all over the frame, no two in one row or column of corners. */
function places(count: number): [number, number][] {
  const [west, south, eastern, north] = catalogueCity.frame;
  return Array.from({ length: count }, (_, at) => [
    west + ((at * Math.SQRT2) % 1) * (eastern - west),
    south + ((at * Math.sqrt(3)) % 1) * (north - south),
  ]);
}

const cities = new Map<
  string,
  { city: ReturnType<typeof realCity>; imported: () => Promise<ImportResult> }
>();

/** The city with a moved layer, imported once. */
function cityWith(layer: keyof typeof names) {
  const known = cities.get(layer);
  if (known) return known;
  const city = realCity();
  let result: Promise<ImportResult> | null = null;
  const imported = () => {
    const fields = { name: '処理区' };
    const mapping = { version: 1, source: '試験の図', asOf: '2026-04-01', accuracyMeters: 10, fields };
    const mappingFile = city.write('mapping.json', JSON.stringify(mapping));
    const mapped = layer === 'treatment-districts' ? { mappingFile } : { asOf: '2026-04-01' };
    return (result ??= city.run({ file: city.write('moved.geojson', movedLayer(layer)), layer, ...mapped }));
  };
  const made = { city, imported };
  cities.set(layer, made);
  return made;
}

describe.each(Object.keys(names) as (keyof typeof names)[])('after an import of %s', (layer) => {
  const { city, imported } = cityWith(layer);
  let service: Service;
  let rebuilt: string[];
  beforeAll(async () => {
    rebuilt = reportOf(await imported()).rebuilt.map((each) => each.layer);
    service = await city.service();
  }, 240_000);

  it('every layer that changed is named, and every one that is named changed', () => {
    const [before, after] = [manifestIn(publicTiles), manifestIn(city.tiles)];
    const changed = Object.keys(after.layers).filter(
      (id) => id !== layer && after.layers[id]?.sha256 !== before.layers[id]?.sha256,
    );
    expect(changed.sort()).toEqual([...importLayers[layer].under].sort());
    expect(rebuilt.sort()).toEqual(changed);
  });

  it('the manifest says from when its outlines are; of points it keeps the day of the facts', () => {
    const { asOf, sources } = manifestIn(city.tiles).layers[layer]!;
    expect(asOf).toBe(
      importLayers[layer].dated === 'outline' ? '2026-04-01' : manifestIn(publicTiles).layers[layer]!.asOf,
    );
    expect(sources.some((source) => /（\d{4}-\d\d-\d\d）。位置は.+（2026-04-01）$/.test(source))).toBe(true);
  });

  it.runIf(layer !== 'trunk-sewers')('the search finds things where they are now', () => {
    const kind = layer === 'treatment-districts' ? 'district' : 'facility';
    const placed = (builtLayer(city.tiles, layer)?.features ?? []).filter(
      ({ properties, geometry }) => geometry && properties?.['method'] === 'official',
    );
    expect(placed.length).toBeGreaterThan(5);
    for (const { properties, geometry } of placed) {
      const answer = service.search(String(properties?.['name']));
      const found = answer?.candidates.find(
        (each) => each.kind === kind && each.featureRef?.id === properties?.['id'],
      );
      expect(found, String(properties?.['name'])).toBeDefined();
      const [x = NaN, y = NaN] = found!.position!;
      if (geometry!.type !== 'Point') expect(geometryContains(geometry, [x, y])).toBe(true);
      else
        expect(
          [x - geometry!.coordinates[0]!, y - geometry!.coordinates[1]!].every((off) => Math.abs(off) < 1e-5),
        ).toBe(true);
    }
  });
});

describe('imported treatment districts', () => {
  const { city, imported } = cityWith('treatment-districts');
  let service: Service;
  beforeAll(async () => {
    reportOf(await imported());
    service = await city.service();
  }, 240_000);

  it('are answered with their own accuracy and date everywhere', () => {
    let inside = 0;
    for (const position of places(4000)) {
      const answer = service.report(position);
      const treatment = answer.ok ? answer.report.treatment : null;
      if (!treatment) continue;
      const { certainty, edgeMeters, accuracyMeters, alternatives, asOf, membership, district } = treatment;
      expect(certainty === 'near-edge', position.join()).toBe(edgeMeters !== null && edgeMeters <= 10);
      if (certainty !== 'near-edge') expect(alternatives).toEqual([]);
      if (district === null) continue;
      inside++;
      expect([accuracyMeters, asOf, membership?.certainty]).toEqual([10, '2026-04-01', 'certain']);
    }
    expect(inside).toBeGreaterThan(150);
  });

  it('decide the band that is drawn as undecided, and the districts that towns name', () => {
    const districts = builtLayer(city.tiles, 'treatment-districts')?.features ?? [];
    const bands = builtLayer(city.tiles, 'certainty')?.features ?? [];
    expect(bands.map(({ properties }) => properties?.['doubt'])).toEqual(Array(7).fill('line'));
    let near = 0;
    for (const position of places(6000)) {
      const answer = service.report(position);
      const edge = answer.ok ? answer.report.treatment?.edgeMeters : null;
      // The band is simplified: a metre to either side is its own.
      if (edge === null || edge === undefined || (edge > 9 && edge < 11.5)) continue;
      const drawn = bands.some(({ geometry }) => geometry && geometryContains(geometry, position));
      if (edge <= 9) near++;
      expect(drawn, `${position.join()} ${edge}`).toBe(edge <= 9);
    }
    expect(near).toBeGreaterThan(3);
    const towns = builtLayer(city.tiles, 'towns')?.features ?? [];
    expect(towns.some(({ properties }) => properties?.['districtDoubt'])).toBe(false);
    const named = new Set(districts.map(({ properties }) => String(properties?.['name'])));
    for (const { properties } of towns)
      for (const name of String(properties?.['district'] ?? '')
        .split('・')
        .filter(Boolean))
        expect(named.has(name), String(properties?.['name'])).toBe(true);
    const [divided] = towns.filter(({ properties }) => String(properties?.['district']).includes('・'));
    expect(divided).toBeDefined();
  });
});
