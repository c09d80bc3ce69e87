import type { Feature, Geometry } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import { runChecks } from '../../../geodata/check.js';
import { builtLayer } from '../../../geodata/import/built-layers.js';
import { importLayers } from '../../../geodata/import/layers.js';
import { polygonHectares } from '../../../geodata/import/shape/measure.js';
import { polygonsOf } from '../../../src/geometry/explode.js';
import { labelPoint } from '../../../src/geometry/label-point.js';
import type { Service } from '../../../src/service/service.js';
import { box, feature, ksjGeoJson, polygon } from './make-files.js';
import { manifestIn, publicTiles, realCity } from './real-city.js';
import { countsOf, importSandbox, reportOf } from './small-city.js';

const zone = (code: number | null, name: string, geometry: Geometry, place: number | string = '40133') =>
  feature(
    { A29_001: place, A29_002: '福岡県', A29_003: '福岡市', A29_004: code, A29_005: name, A29_006: 60 },
    geometry,
  );
const towns = builtLayer(publicTiles, 'towns')?.features ?? [];
const textOf = ({ properties }: Feature<Geometry | null>, name: string) => String(properties?.[name] ?? '');
const isZoned = (town: Feature<Geometry | null>) => textOf(town, 'kind') === '丁目' && town.geometry !== null;

describe('zones of 国土数値情報 A29', () => {
  it('are known by their columns: what is zoned, and what is not, or lies elsewhere', async () => {
    const city = importSandbox();
    const rows = [
      zone(1, '第一種低層住居専用地域', polygon(box([130.4, 33.59]))),
      zone(21, '田園住居地域', polygon(box([130.41, 33.59]))),
      zone(99, '不明', polygon(box([130.42, 33.59]))),
      zone(null, '', polygon(box([130.42, 33.6]))),
      zone(9, '商業地域', polygon(box([130.43, 33.59])), '40202'),
    ];
    const text = ksjGeoJson('A29-19_40', rows);
    const report = reportOf(await city.importFile('A29-19_40_GML.geojson', text, { layer: 'zoning' }));
    expect(report).toMatchObject({ driver: 'a29', asOf: '2019-04-01', features: 2, accuracyMeters: 25 });
    expect(countsOf(report.skipped, 'reason')).toEqual({ 'not-zoned': 2, 'other-municipality': 1 });
    expect(city.written('zoned-land').map(({ properties }) => properties?.['zoneClass'])).toEqual([1, 21]);
    // What was brought in before is what the next file is compared with, though the map has no such layer.
    const again = reportOf(
      await city.importFile('A29-19_40_GML.geojson', text, { layer: 'zoning', dryRun: true }),
    );
    expect(again.difference).toMatchObject({ before: 2, after: 2, matched: 2, changedCount: 0 });
    const lines = ksjGeoJson('A29-19_40', [
      zone(1, '第一種低層住居専用地域', { type: 'LineString', coordinates: box([130.4, 33.59]) }),
    ]);
    expect(
      await city.importFile('A29-19_40_GML.geojson', lines, { layer: 'zoning', dryRun: true }),
    ).toMatchObject({ problem: 'wants-polygon' });
  });
});

describe('the city with published zones', () => {
  const city = realCity();
  let service: Service;
  let rebuilt: string[];
  beforeAll(async () => {
    // Every 丁目 is a zone, corner on corner with the next; the other towns are not zoned.
    const rows = towns
      .filter(isZoned)
      .flatMap(({ geometry }, at) =>
        polygonsOf(geometry).map((rings) =>
          zone((at % 12) + 1, '用途', polygon(...rings.map((ring) => ring.map((place) => [...place])))),
        ),
      );
    const file = city.write('A29-19_40.geojson', ksjGeoJson('A29-19_40', rows));
    rebuilt = reportOf(await city.run({ file, layer: 'zoned-land' })).rebuilt.map(({ layer }) => layer);
    service = await city.service();
  }, 600_000);

  it('plans sewers for the zoned land of the towns that belong to a district, and for built land of villages', () => {
    const districts = builtLayer(city.tiles, 'treatment-districts')?.features ?? [];
    const sewered = towns.filter((town) => isZoned(town) && textOf(town, 'district') !== '');
    const zoned = sewered.reduce((sum, { geometry }) => sum + polygonHectares(geometry), 0);
    const drawn = districts.reduce((sum, { geometry }) => sum + polygonHectares(geometry), 0);
    expect(drawn).toBeGreaterThan(zoned);
    expect(drawn / zoned).toBeLessThan(1.2);
    let [asked, outside] = [0, 0];
    for (const town of towns) {
      const place = town.geometry && labelPoint(town.geometry);
      const answer = place ? service.report([...place]) : null;
      const treatment = answer?.ok ? answer.report.treatment : null;
      // A large town's middle is farther from any edge than the edge may be off.
      if (!treatment || treatment.certainty === 'near-edge') continue;
      asked++;
      const own = textOf(town, 'district') || null;
      if (isZoned(town)) expect(treatment.district, textOf(town, 'id')).toBe(own);
      else if (!textOf(town, 'name').startsWith('大字')) {
        outside++;
        expect(treatment.district, textOf(town, 'id')).toBeNull();
      }
    }
    expect(asked).toBeGreaterThan(500);
    expect(outside).toBeGreaterThan(5);
  });

  it('says whose the outer edge is, and how good', () => {
    for (const { properties } of builtLayer(city.tiles, 'treatment-districts')?.features ?? []) {
      expect(properties).toMatchObject({ outerAccuracyMeters: 40, method: 'constructed' });
      expect(properties?.['source']).toMatch(/^福岡市の下水道.+。外側の縁は「国土数値情報.+（2019-04-01）$/);
    }
  });

  it('every layer that changed is named', () => {
    const [before, after] = [manifestIn(publicTiles), manifestIn(city.tiles)];
    const changed = Object.keys(after.layers).filter(
      (id) => after.layers[id]?.sha256 !== before.layers[id]?.sha256,
    );
    expect(changed).toContain('certainty');
    expect(
      changed.filter((id) => !(importLayers['zoned-land'].under as readonly string[]).includes(id)),
    ).toEqual([]);
    expect([...rebuilt].sort()).toEqual([...importLayers['zoned-land'].under].sort());
  });

  it('keeps districts and towns one tiling of the land', async () => {
    const lines = await runChecks(city.tiles);
    const tiling = lines.filter(({ text }) => /overlap|inside the city|area of the shape/.test(text));
    expect(tiling.length).toBeGreaterThan(2);
    expect(tiling.filter(({ ok }) => !ok)).toEqual([]);
  });
});
