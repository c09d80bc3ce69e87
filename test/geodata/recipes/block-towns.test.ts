/** Whose a block is today, and how far an outline may be off by them. */
import { pointToPolygonDistance } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { toGrid, toPosition, type GridPoint } from '../../../geodata/mesh/grid.js';
import { blockPoints } from '../../../geodata/recipes/block-towns.js';
import type { CensusTown } from '../../../geodata/recipes/census-towns.js';
import type { CityGeometry } from '../../../geodata/recipes/city-geometry.js';
import { measuredAccuracy } from '../../../geodata/recipes/town-accuracy.js';
import { townOutlines } from '../../../geodata/recipes/town-outlines.js';

const square = (west: number, south: number, side = 0.01): GridPoint[] =>
  [
    [west, south],
    [west + side, south],
    [west + side, south + side],
    [west, south + side],
  ].map(([x, y]) => toGrid([x!, y!]));
const census: CensusTown[] = [
  { ward: '東区', name: '檜原一丁目', rings: [square(130.4, 33.6)] },
  { ward: '東区', name: '大字元岡', rings: [square(130.41, 33.6)] },
  { ward: '西区', name: '泉一丁目', rings: [square(130.42, 33.6)] },
];
const town = (ward: string, name: string, longitude: number | null = null, latitude: number | null = null) =>
  ({ ward, name, longitude, latitude }) as CityGeometry['towns'][number];
const towns = [
  town('東区', '桧原一丁目', 130.405, 33.605),
  town('東区', '大字元岡', 130.415, 33.605),
  town('東区', '元岡北', 130.418, 33.605),
  town('西区', '泉一丁目', 130.425, 33.605),
];
const name = (row: Partial<CityGeometry['townNames'][number]>): CityGeometry['townNames'][number] => ({
  list: 'census',
  ward: '東区',
  name: '',
  within: null,
  town: '',
  note: null,
  basis: 'reason',
  ...row,
});
const townNames = [
  name({ name: '檜原一丁目', town: '桧原一丁目' }),
  name({ list: 'blocks', name: '檜原一丁目', town: '桧原一丁目' }),
  name({ list: 'blocks', name: '元岡', within: '檜原一丁目', town: '桧原一丁目' }),
];
const block = (ward: string, of: string, longitude: number, latitude = 33.605) => ({
  ward,
  town: of,
  block: '1',
  longitude,
  latitude,
});

describe('the town of a block', () => {
  it.each<[why: string, block: ReturnType<typeof block>, town: string | null, former: boolean]>([
    ['another spelling', block('東区', '檜原一丁目', 130.405), '東区/桧原一丁目', false],
    ['大字 left out', block('東区', '元岡', 130.415), '東区/大字元岡', false],
    ['the name before a division', block('東区', '元岡', 130.405), '東区/桧原一丁目', true],
    ['just over the border of its ward', block('東区', '泉一丁目', 130.4195), '西区/泉一丁目', false],
    ['a town of that name in another municipality', block('東区', '泉一丁目', 130.39), null, false],
    ['a name nobody knows', block('東区', '本町', 130.405), null, false],
  ])('%s', (_why, row, due, former) => {
    const [point] = blockPoints({ blocks: [row], towns, townNames }, census);
    expect([point!.town, point!.formerName]).toEqual([due, former]);
  });

  it('within an outline that the census does not have is refused', () => {
    const names = [name({ list: 'blocks', name: '元岡', within: '無い町', town: '大字元岡' })];
    expect(() => blockPoints({ blocks: [], towns, townNames: names }, census)).toThrow(/無い町/);
  });
});

describe('outlines of today', () => {
  const points = blockPoints(
    { blocks: [block('東区', '元岡', 130.411), block('東区', '元岡', 130.411)], towns, townNames },
    census,
  );
  const shared = [
    ...townNames,
    name({ name: '大字元岡', town: '大字元岡' }),
    name({ name: '大字元岡', town: '元岡北' }),
  ];

  it('are one town each, or divided by blocks, and by the register for a town that has none', () => {
    const { outlines, how } = townOutlines(census, { towns, townNames: shared }, points);
    expect([...how].map(([id, made]) => [id, made.how])).toEqual([
      ['東区/桧原一丁目', 'census'],
      ['東区/大字元岡', 'divided'],
      ['東区/元岡北', 'cell'],
      ['西区/泉一丁目', 'census'],
    ]);
    expect(outlines.map(({ sites }) => sites?.length)).toEqual([undefined, 2, undefined]);
  });

  it('of a town that nobody knows are refused', () => {
    expect(() => townOutlines(census, { towns, townNames: [] }, [])).toThrow(/檜原一丁目/);
    const nowhere = [...shared, name({ name: '大字元岡', town: '元岡南' })];
    const unplaced = [...towns, town('東区', '元岡南')];
    expect(() => townOutlines(census, { towns: unplaced, townNames: nowhere }, points)).toThrow(/元岡南/);
  });
});

describe('the accuracy of an outline', () => {
  it('is the distance that holds 99 of 100 points, as turf measures it, and never under 10 m', () => {
    const far = Array.from({ length: 200 }, (_, at) => block('東区', '元岡', 130.42 + at * 1e-5, 33.605));
    const points = blockPoints({ blocks: far, towns, townNames }, census);
    const ring = census[1]!.rings[0]!;
    const closed = [...ring, ring[0]!].map((at) => [...toPosition(at)]);
    const meters = far
      .map(({ longitude, latitude }) =>
        pointToPolygonDistance(
          [longitude, latitude],
          { type: 'Polygon', coordinates: [closed] },
          { units: 'meters' },
        ),
      )
      .sort((a, b) => a - b);
    const accuracy = measuredAccuracy(points, (id) => (id === '東区/大字元岡' ? [ring] : null));
    expect(accuracy.get('大字')! - meters[197]!).toBeGreaterThan(-1);
    expect(accuracy.get('大字')! - meters[197]!).toBeLessThan(6);
    expect([accuracy.get('丁目'), accuracy.get('町')]).toEqual([10, 10]);
  });

  it('counts lots that stand at one point once', () => {
    const one = block('東区', '元岡', 130.425);
    const inside = Array.from({ length: 99 }, (_, at) => block('東区', '元岡', 130.411 + at * 5e-5));
    const points = blockPoints(
      { blocks: [...inside, ...Array<typeof one>(50).fill(one)], towns, townNames },
      census,
    );
    expect(measuredAccuracy(points, () => census[1]!.rings).get('大字')).toBe(10);
  });
});
