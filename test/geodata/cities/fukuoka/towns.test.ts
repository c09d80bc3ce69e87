/** The city's towns as they are built, against the census, the blocks and turf. */
import { booleanPointInPolygon } from '@turf/turf';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { gridPolygons, invalidIntersections } from '../../../../geodata/checks/crossings.js';
import { edgesOf } from '../../../../geodata/checks/areas.js';
import { ownCityData } from '../../../../geodata/cities/cities.js';
import { blockPoints } from '../../../../geodata/recipes/block-towns.js';
import { censusTowns } from '../../../../geodata/recipes/census-towns.js';
import { townId } from '../../../../geodata/recipes/town-id.js';
import { townOutlines } from '../../../../geodata/recipes/town-outlines.js';
import type { Geometry } from '../../../../geodata/recipes/feature.js';
import { spreadShared } from '../../../../src/catalog/shared-properties.js';
import { PolygonIndex } from '../../../../src/geometry/polygon-index.js';

interface TownProperties {
  name: string;
  ward: string;
  how?: string;
  note?: string;
  accuracyMeters: number | null;
  source: string;
}
type Town = Feature<Polygon | MultiPolygon, TownProperties>;

const built = spreadShared(
  JSON.parse(readFileSync('public/tiles/towns.geojson', 'utf8')) as { features: Town[] },
);
const drawn = built.features.filter(({ geometry }) => geometry as unknown);
const named = (ward: string, name: string) =>
  built.features.find(({ properties }) => properties.ward === ward && properties.name === name)!;
const geometry = ownCityData().readGeometry();
const census = censusTowns(geometry.census!);
const points = blockPoints(geometry, census);

describe('the table of names', () => {
  const register = new Set(geometry.towns.map(townId));

  it('knows every town of the census that the register writes otherwise, and only those of the census', () => {
    // Throws with the name of one that it does not know.
    const { how } = townOutlines(census, geometry, points);
    expect(how.size).toBe(drawn.length);
    const names = new Set(census.map(townId));
    for (const { list, ward, name, within } of geometry.townNames) {
      if (list === 'census') expect(names.has(townId({ ward, name })), name).toBe(true);
      if (within !== null) expect(names.has(townId({ ward, name: within })), within).toBe(true);
    }
  });

  it('gives towns of the register, each with a reason', () => {
    for (const { ward, town, basis } of geometry.townNames) {
      expect(register.has(townId({ ward, name: town })), town).toBe(true);
      expect(basis.length).toBeGreaterThan(5);
    }
  });

  it('leaves no block in the middle of the city without a town', () => {
    const inside = new PolygonIndex(drawn.map((each) => each.geometry));
    const unknown = points.filter(({ town, position }) => town === null && inside.first(position) >= 0);
    // Blocks of the next municipality that the list has within the thinned line of the city.
    expect(unknown.length / points.length).toBeLessThan(0.01);
  });
});

describe('the built towns', () => {
  it('are a partition: every edge belongs to two of them or to the edge of the land, and none cross', () => {
    const edges = edgesOf(drawn.flatMap((each) => gridPolygons(each.geometry as unknown as Geometry).flat()));
    expect(new Set(edges.map(({ key }) => key)).size).toBe(edges.length);
    const rings = drawn.flatMap((each) => gridPolygons(each.geometry as unknown as Geometry).flat());
    expect(invalidIntersections(rings)).toBe(0);
    const wards = JSON.parse(readFileSync('public/tiles/wards.geojson', 'utf8')) as { features: Town[] };
    const coast = new Set(
      edgesOf(
        wards.features.flatMap((each) => gridPolygons(each.geometry as unknown as Geometry).flat()),
      ).map(({ key }) => key),
    );
    const keys = new Set(edges.map(({ key }) => key));
    expect(edges.filter(({ key, twin }) => !keys.has(twin) && !coast.has(key))).toEqual([]);
  });

  it('answer at the points of blocks as turf does, one town after the other', () => {
    const index = new PolygonIndex(drawn.map((each) => each.geometry));
    for (let at = 0; at < points.length; at += 211) {
      const { position } = points[at]!;
      const due = drawn.flatMap((each, town) => (booleanPointInPolygon([...position], each) ? [town] : []));
      expect(index.containing(position), position.join()).toEqual(due);
    }
  });

  it.each([
    ['南区', '桧原一丁目', 'census', 10],
    ['博多区', '中洲一丁目', 'census', 10],
    ['東区', '香住ヶ丘一丁目', 'census', 10],
    ['中央区', '御所ヶ谷', 'census', 10],
    ['城南区', '荒江一丁目', 'census', 10],
    ['西区', '今宿駅前一丁目', 'census', 10],
    ['博多区', '大字上臼井', 'divided', 410],
    ['西区', '田尻東一丁目', 'cell', 550],
  ])('%s %s is %s, good to %d m', (ward, name, how, meters) => {
    expect(named(ward, name).properties).toMatchObject({ how, accuracyMeters: meters });
    expect(named(ward, name).properties.source).toContain(how === 'cell' ? '位置参照情報' : '国勢調査');
  });

  it('say what an outline holds besides', () => {
    expect(named('西区', '北原一丁目').properties.note).toContain('北原二丁目');
    expect(named('西区', '北原一丁目').properties.accuracyMeters).toBeGreaterThan(100);
    expect(named('西区', '北原二丁目')).toMatchObject({ geometry: null });
  });
});
