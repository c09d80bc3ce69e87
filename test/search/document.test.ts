import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseSearchDocument } from '../../src/search/document.js';
import { createSearchIndex } from '../../src/search/search-index.js';
import { search } from '../../src/search/search.js';
import { readDocument } from './read-document.js';

const document = readDocument();

describe('the built search document', () => {
  it('holds every town, ward and exit, and stays light', () => {
    const bytes = readFileSync(join(import.meta.dirname, '../../public/tiles/search.json'));
    expect(bytes.length).toBeLessThan(250_000);
    expect(gzipSync(bytes).length).toBeLessThan(80_000);
    expect(document.wards).toHaveLength(7);
    expect(document.towns.reduce((sum, row) => sum + row[4].length, 0)).toBe(1312);
    expect(document.exits.reduce((sum, row) => sum + row[2].length, 0)).toBe(198);
  });

  it('places everything inside its frame', () => {
    const [west, south, east, north] = document.frame;
    const points = [
      ...document.towns.flatMap((row) => row[4].map((town) => [town[3], town[4]] as const)),
      ...document.places.map((row) => [row[6], row[7]] as const),
      ...document.exits.flatMap((row) => row[2].map((exit) => [exit[2], exit[3]] as const)),
    ];
    for (const [x, y] of points) {
      if (x === null || y === null) continue;
      expect(x / 1e5 > west && x / 1e5 < east && y / 1e5 > south && y / 1e5 < north).toBe(true);
    }
  });

  it('leads back to every feature: ids are unique within a layer', () => {
    const towns = document.towns.flatMap((row) => row[4].map(([id]) => id));
    expect(new Set(towns).size).toBe(towns.length);
    const places = document.places.map((row) => `${row[1]} ${row[2]}`);
    expect(new Set(places).size).toBe(places.length);
  });

  it('every name in it finds itself', () => {
    const index = createSearchIndex(document);
    const lost = document.places.filter((row) => {
      const ward = row[5] === null ? '' : (document.wards[row[5]]?.[1] ?? '');
      const names = search(index, `${ward}${row[3]}`, { limit: 30 }).candidates.map(
        ({ featureRef }) => featureRef?.id,
      );
      return !names.includes(row[2]);
    });
    expect(lost.map((row) => row[3])).toEqual([]);
  });
});

describe('a damaged document', () => {
  it.each([
    ['nothing', null, 'document'],
    ['another version', { ...document, version: 2 }, 'version'],
    ['a town without a name', { ...document, towns: [[0, '', '', '', []]] }, 'towns.0.1'],
    ['a broken position', { ...document, wards: [['a', 'b', 'c', 0.5, 1]] }, 'wards.0.3'],
  ])('%s is named', (_, json, path) => {
    const parsed = parseSearchDocument(json);
    expect(parsed.ok ? '' : parsed.reason).toContain(path);
  });

  it('is refused when a town names a ward that is not there', () => {
    expect(() => createSearchIndex({ ...document, wards: [] })).toThrow(RangeError);
  });
});
