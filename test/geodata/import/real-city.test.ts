import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Position } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import { gdal3 } from '../../../src/formats/node/gdal-in-node.js';
import { buildLayers } from '../../../geodata/build/build-layers.js';
import type { Feature as BuiltFeature } from '../../../geodata/recipes/feature.js';
import { bundle } from '../../../geodata/build/manifest.js';
import { withOfficialFeatures } from '../../../geodata/build/official.js';
import { builtLayer } from '../../../geodata/import/built-layers.js';
import { polygonHectares } from '../../../geodata/import/shape/measure.js';
import { compareAreas } from '../../../geodata/import/shape/scan-area.js';
import { catalogue } from '../../../src/catalog/layers.js';
import { polygonsOf } from '../../../src/geometry/explode.js';
import { spreadShared } from '../../../src/catalog/shared-properties.js';
import { box, feature, ksjGeoJson, makeWithGdal, polygon, shapefileMembers, zip } from './make-files.js';
import { publicTiles, realCity } from './real-city.js';
import { countsOf, reportOf } from './small-city.js';

// Starting GDAL takes long on a busy machine; no test should pay for it.
beforeAll(gdal3, 120_000);

/** The build's last step on the layers as they stand in public/tiles: quick, and enough where nothing is cut anew. */
function mergeAgain({ official, tiles }: { official: string; tiles: string }): void {
  const ids = Object.keys(JSON.parse(readFileSync(join(publicTiles, 'manifest.json'), 'utf8')).layers);
  const layers = ids.map((id): [string, BuiltFeature[]] => {
    const { features } = spreadShared(JSON.parse(readFileSync(join(publicTiles, `${id}.geojson`), 'utf8')));
    return [id, withOfficialFeatures(id, features, official)];
  });
  for (const { id } of catalogue.filter((entry) => entry.optional && !ids.includes(entry.id))) {
    const imported = withOfficialFeatures(id, [], official);
    if (imported.length > 0) layers.push([id, imported]);
    else rmSync(join(tiles, `${id}.geojson`), { force: true });
  }
  for (const [name, text] of bundle(new Map(layers)).files) writeFileSync(join(tiles, name), text);
}

describe('the city with official data', () => {
  it(
    'answers the depth class of A51 where there is one, and the old answer after removal',
    { timeout: 120_000 },
    async () => {
      const city = realCity(mergeAgain);
      mergeAgain(city);
      const tenjin: Position = [130.399, 33.5905];
      const ohori: Position = [130.378, 33.586];
      const [inside, outside] = [await city.reportAt(tenjin), await city.reportAt(ohori)];
      const bytes = city.bytes();
      const a51 = (depth: string, ring: Position[]) =>
        feature(
          { A51_001: '福岡県', A51_002: '40', A51_003: '福岡市', A51_004: '40130', A51_005: depth },
          polygon(ring),
        );
      const text = ksjGeoJson('A51-25_40130', [
        a51('0.5m以上1m未満', box([130.399, 33.5905], 0.002)),
        a51('0.3m未満', box([130.42, 33.59], 0.002)),
      ]);
      const report = reportOf(
        await city.importFile(
          'A51-25_40_GML.zip',
          zip([{ path: 'A51-25_40_GML/40130_福岡市/A51-25_40130.geojson', data: text }]),
          'inundation',
        ),
      );
      expect(report.difference).toMatchObject({ before: 2, after: 4, onlyBefore: [] });

      const depths = (await city.reportAt(tenjin)).inundation
        .map(({ depth }) => depth)
        .filter((depth) => depth !== null);
      expect(depths).toEqual([{ minMeters: 0.5, maxMeters: 1, from: 'A51' }]);
      const zone = (await city.reportAt(tenjin)).inundation.find(({ depth }) => depth !== null);
      expect(zone).toMatchObject({
        method: 'official',
        accuracyMeters: 25,
        asOf: '2025-04-01',
        certainty: 'clear',
      });
      // The constructed zone keeps the danger level.
      expect(
        (await city.reportAt(tenjin)).inundation.some(({ dangerLevelMeters }) => dangerLevelMeters === 2.5),
      ).toBe(true);
      // Elsewhere in the city nothing is known, as before.
      expect((await city.reportAt(ohori)).inundation).toEqual(outside.inundation);

      expect(await city.remove('inundation')).toMatchObject({ ok: true, action: 'removed' });
      expect(city.bytes()).toEqual(bytes);
      expect(await city.reportAt(tenjin)).toEqual(inside);
    },
  );

  it(
    'has river flood as a layer while A31 is there, and no such layer after removal',
    { timeout: 120_000 },
    async () => {
      const city = realCity(mergeAgain);
      mergeAgain(city);
      const place: Position = [130.41, 33.58];
      const [before, bytes] = [await city.reportAt(place), city.bytes()];
      expect(before.riverFlood).toEqual([]);
      const area = (rank: number, half: number) =>
        feature(
          { A31a_201: '8404020001', A31a_202: '那珂川', A31a_205: rank },
          polygon(box([130.41, 33.58], half)),
        );
      const text = ksjGeoJson('A31a-20-24_8404020001', [area(3, 0.002)]);
      const report = reportOf(await city.importFile('A31a-20-24_8404020001.geojson', text, 'river-flood'));
      expect(report.difference).toMatchObject({ before: 0, after: 1 });
      const during = await city.reportAt(place);
      expect(during.riverFlood).toMatchObject([
        { river: '那珂川', scenario: 'assumed-maximum', depth: { minMeters: 3, maxMeters: 5, from: 'A31' } },
      ]);
      expect(during.inundation).toEqual(before.inundation);
      expect(await city.remove('river-flood')).toMatchObject({ ok: true, action: 'removed' });
      expect(city.bytes()).toEqual(bytes);
      expect(await city.reportAt(place)).toEqual(before);
    },
  );

  it(
    'takes 小地域 for the town cells of a ward and rebuilds the districts from the same table',
    { timeout: 600_000 },
    async () => {
      const city = realCity(({ official, tiles }) => {
        for (const [name, text] of bundle(buildLayers(official)).files)
          writeFileSync(join(tiles, name), text);
      });
      // Outlines of our own making: the cells of 中央区, every corner moved some 40 m by one smooth law.
      const move = ([x = 0, y = 0]: Position): Position => [
        x + 0.0004 * Math.sin(y * 900),
        y + 0.0003 * Math.sin(x * 900),
      ];
      const cells = (builtLayer(publicTiles, 'towns')?.features ?? []).filter(
        ({ properties }) => properties?.['ward'] === '中央区',
      );
      const rows = cells.flatMap(({ properties, geometry }, at) =>
        polygonsOf(geometry).map((rings, part) => {
          const name = String(properties?.['name']).replace(/^大字/, '');
          const key = {
            KEY_CODE: `40133${at}`,
            PREF: '40',
            CITY: '133',
            S_NAME: name,
            HCODE: '8101',
            KIGO_E: part > 0 ? `E${part}` : null,
          };
          return feature({ ...key, R2KAxx: at }, polygon(...rings.map((ring) => ring.map(move))));
        }),
      );
      const parts = await makeWithGdal(rows, {
        format: 'ESRI Shapefile',
        crs: 'EPSG:6668',
        encoding: 'CP932',
      });
      const bytes = zip(shapefileMembers(parts, 'r2ka40133'));
      const name = 'A002005212020DDSWC40133-JGD2011.zip';
      const untouched = city.bytes();
      const dry = reportOf(await city.importFile(name, bytes, 'towns', true));
      expect(city.bytes()).toEqual(untouched);
      const report = reportOf(await city.importFile(name, bytes, 'towns'));
      // The dry run built the same in memory.
      expect(dry).toEqual(report);
      const placed = cells.filter(({ geometry }) => geometry !== null).length;
      expect(report).toMatchObject({ asOf: '2020-10-01', coverage: ['40133'], features: placed });
      expect(countsOf(report.skipped, 'reason')).toEqual({});

      // The areas that follow are told, layer by layer.
      expect(report.rebuilt.map(({ layer }) => layer)).toEqual([
        'treatment-districts',
        'certainty',
        'combined-sewers',
        'priority-districts',
        'rainbow-plan',
        'inundation-zones',
      ]);
      const [districts] = report.rebuilt;
      expect(districts?.difference).toMatchObject({ before: 7, after: 7, matched: 7 });
      expect(districts?.difference.area?.gainedHectares).toBeLessThan(60);
      const plan = report.rebuilt.find(({ layer }) => layer === 'rainbow-plan')?.difference;
      expect(plan?.changedCount).toBeGreaterThan(0);
      expect(plan?.area?.gainedHectares).toBeGreaterThan(0);

      const towns = (builtLayer(city.tiles, 'towns')?.features ?? []).filter(
        ({ properties }) => properties?.['ward'] === '中央区',
      );
      const official = towns.filter(({ properties }) => properties?.['method'] === 'official');
      expect(official).toHaveLength(placed);
      expect(
        official.every(
          ({ properties }) => properties?.['accuracyMeters'] === 25 && properties['asOf'] === '2020-10-01',
        ),
      ).toBe(true);
      expect(
        official.every(({ properties }) => String(properties?.['source']).includes('総務省統計局')),
      ).toBe(true);
      // Still one tiling of the ward: parts add up to the whole, and the whole is the ward.
      const ward = builtLayer(city.tiles, 'wards')?.features.find(
        ({ properties }) => properties?.['name'] === '中央区',
      );
      const sum = towns.reduce((hectares, { geometry }) => hectares + polygonHectares(geometry), 0);
      const whole = compareAreas(
        towns.map(({ geometry }) => geometry),
        [ward?.geometry ?? null],
      );
      expect(Math.abs(sum - whole.beforeHectares)).toBeLessThan(0.5);
      expect(whole.gainedHectares + whole.lostHectares).toBeLessThan(0.5);
      // Districts tile without overlap as well.
      const areas = (builtLayer(city.tiles, 'treatment-districts')?.features ?? []).map(
        ({ geometry }) => geometry,
      );
      const drawn = areas.reduce((hectares, geometry) => hectares + polygonHectares(geometry), 0);
      expect(Math.abs(drawn - compareAreas(areas, []).beforeHectares)).toBeLessThan(1);
      // Towns of other wards gain corners where an outline meets them, nothing else.
      const others = (folder: string) =>
        (builtLayer(folder, 'towns')?.features ?? []).filter(
          ({ properties }) => properties?.['ward'] !== '中央区',
        );
      const before = others(publicTiles);
      for (const [at, { properties, geometry }] of others(city.tiles).entries()) {
        expect(properties).toEqual(before[at]?.properties);
        expect(
          Math.abs(polygonHectares(geometry) - polygonHectares(before[at]?.geometry ?? null)),
        ).toBeLessThan(0.02);
      }

      // A place that changed towns: inside the outline of one, until now in the cell of another.
      const answer = await city.reportAt([130.399, 33.5905]);
      expect(answer.town).toMatchObject({ how: 'official' });
    },
  );
});
