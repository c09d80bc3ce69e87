import { describe, expect, it } from 'vitest';
import { readBlockDocument } from '../../../src/catalog/block-document.js';
import { buildBlocks, type BlockRow, type BlockTown } from '../../../geodata/recipes/blocks.js';
import { fukuoka } from '../../../geodata/cities/fukuoka/city.js';
import { distanceMeters } from '../../../src/geometry/measure.js';
import { createSearchIndex } from '../../../src/search/search-index.js';
import { search } from '../../../src/search/search.js';
import { builtManifest } from '../../report/built-data.js';
import { builtBlocks, lookUp } from '../../search/built-blocks.js';
import { readDocument } from '../../search/read-document.js';

const town = (ward: string, name: string, kind = '丁目'): BlockTown => ({
  id: `town/${ward}/${name}`,
  name,
  nameEn: '',
  ward,
  kind,
});
const row = (ward: string, name: string, block: number, east: number, north = 0): BlockRow => ({
  ward,
  town: name,
  block,
  longitude: 130.4 + east / 1e5,
  latitude: 33.59 + north / 1e5,
});
const credit = { source: '街区', asOf: '2017-12-31' };
const built = (towns: BlockTown[], rows: BlockRow[]) => {
  const { documents, leftOut } = buildBlocks(towns, rows, credit);
  const read = [...documents.values()].flatMap((document) => {
    const result = readBlockDocument(document);
    return result.ok ? result.ward.towns : [];
  });
  return { blocks: new Map(read.map((each) => [each.town, each.blocks])), leftOut };
};
const numbers = (blocks: ReturnType<typeof built>['blocks'], id: string) =>
  blocks.get(id)?.map(({ number }) => number);

describe('block points find their town', () => {
  it('by its name, however ヶ and 大字 are written', () => {
    const { blocks, leftOut } = built(
      [town('東区', '香住ヶ丘一丁目'), town('東区', '大字弘', '大字・町')],
      [row('東区', '香住ケ丘一丁目', 1, 0), row('東区', '弘', 12, 100)],
    );
    expect(numbers(blocks, 'town/東区/香住ヶ丘一丁目')).toEqual([1]);
    expect(numbers(blocks, 'town/東区/大字弘')).toEqual([12]);
    expect(leftOut.size).toBe(0);
  });

  it('across a ward border where the town itself is near, never far off', () => {
    const { blocks, leftOut } = built(
      [town('南区', '大楠一丁目')],
      [
        row('南区', '大楠一丁目', 1, 0),
        row('博多区', '大楠一丁目', 2, 100),
        row('博多区', '大楠一丁目', 3, 9000),
        row('南区', '下白水北一丁目', 4, 0),
      ],
    );
    expect(numbers(blocks, 'town/南区/大楠一丁目')).toEqual([1, 2]);
    expect([...leftOut]).toEqual([
      ['博多区大楠一丁目', 1],
      ['南区下白水北一丁目', 1],
    ]);
  });

  it('of two towns of one name the one that was written, and no hamlet', () => {
    const towns = [
      town('西区', '北原', '小字'),
      town('西区', '北原', '大字・町'),
      town('西区', '大字北原', '大字・町'),
    ];
    towns.forEach((each, at) => (each.id = String(at)));
    const { blocks } = built(towns, [row('西区', '北原', 1, 0), row('西区', '大字北原', 2, 50)]);
    expect(numbers(blocks, '1')).toEqual([1]);
    expect(numbers(blocks, '2')).toEqual([2]);
    expect(blocks.has('0')).toBe(false);
  });
});

describe('the accuracy of a block', () => {
  const grid = (step: number) =>
    Array.from({ length: 49 }, (_, i) =>
      row('中央区', '天神一丁目', i + 1, (i % 7) * step, Math.floor(i / 7) * step),
    );
  const middle = (rows: BlockRow[]) =>
    built([town('中央区', '天神一丁目')], rows).blocks.get('town/中央区/天神一丁目')?.[24]?.accuracyMeters ??
    NaN;

  it('grows with its size, and is never under 30 m', () => {
    expect(middle(grid(20))).toBe(30);
    const [small, large] = [middle(grid(80)), middle(grid(240))];
    expect(large).toBeGreaterThan(2.5 * small);
  });

  it('holds its own points', () => {
    const rows = grid(80);
    const far = row('中央区', '天神一丁目', 25, 240 + 150, 240);
    expect(middle([...rows, far])).toBeGreaterThanOrEqual(middle(rows) + 100);
  });

  it('is as good as it says at addresses from another source: those of the shelters', () => {
    const index = createSearchIndex(readDocument());
    const asked = fukuoka.readGeometry().shelters.flatMap(({ address, longitude, latitude }) => {
      const [best] = search(index, address, { limit: 1, blocks: lookUp }).candidates;
      return best?.matchLevel === 'block' && best.position
        ? [{ meters: distanceMeters(best.position, [longitude, latitude]), stated: best.accuracyMeters ?? 0 }]
        : [];
    });
    expect(asked.length).toBeGreaterThan(500);
    const inside = asked.filter(({ meters, stated }) => meters <= stated).length / asked.length;
    expect(inside).toBeGreaterThanOrEqual(0.9);
    // Large blocks farther, small ones nearer: one figure for all would be another promise.
    expect(new Set(asked.map(({ stated }) => stated)).size).toBeGreaterThan(20);
  });
});

describe('the built blocks', () => {
  it('are as many as the manifest says, under 1 MB, of all seven wards', () => {
    const entries = Object.entries(builtManifest.documents).filter(([id]) => id.startsWith('blocks/'));
    const count = [...builtBlocks.values()].reduce((sum, { blocks }) => sum + blocks.length, 0);
    expect(entries).toHaveLength(7);
    expect(entries.reduce((sum, [, entry]) => sum + (entry.entries ?? 0), 0)).toBe(count);
    expect(count).toBeGreaterThan(34_000);
    expect(entries.reduce((sum, [, { bytes }]) => sum + bytes, 0)).toBeLessThan(1_000_000);
    expect(new Set(entries.map(([, { asOf }]) => asOf))).toEqual(new Set(['2017-12-31']));
  });

  it('leave out what belongs to no town of the city, and nothing else', () => {
    const { rows, credit: source } = fukuoka.blocks() ?? { rows: [], credit };
    const known = [...builtBlocks.values()].map(({ town: id, name, ward }) => ({ ...town(ward, name), id }));
    const { leftOut } = buildBlocks(known, rows, source);
    const points = [...leftOut.values()].reduce((sum, count) => sum + count, 0);
    expect(rows).toHaveLength(40_616);
    expect(points).toBeLessThan(0.012 * rows.length);
    // Towns of 春日市, 那珂川市, 粕屋町 …, put under the ward that they touch.
    expect(leftOut.get('南区桜ヶ丘八丁目')).toBe(49);
  });
});
