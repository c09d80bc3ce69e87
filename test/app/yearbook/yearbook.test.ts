import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { differencePercent, districtAreas, sumOf } from '../../../src/app/yearbook/district-areas.js';
import { readYearbook } from '../../../src/app/yearbook/read-yearbook.js';
import { builtLayers, builtManifest } from '../../report/built-data.js';

const bytes = readFileSync(join(import.meta.dirname, '../../../public/tiles/yearbook.json'));
const answering = (body: Uint8Array<ArrayBuffer>) => async () => new Response(body);

describe('the yearbook on the page about the data', () => {
  it('is read as it was built: every flood and word with its page', async () => {
    const asked: string[] = [];
    const document = await readYearbook(builtManifest, 'https://here/tiles', async (address) => {
      asked.push(String(address));
      return new Response(new Uint8Array(bytes));
    });
    expect(asked).toEqual(['https://here/tiles/yearbook.json']);
    expect(document.floods.map(({ from }) => from)).toContain('1999-06-29');
    expect(document.floods).toEqual([...document.floods].sort((a, b) => (a.from < b.from ? -1 : 1)));
    expect(document.glossary.length).toBeGreaterThan(100);
    for (const { page } of [...document.floods, ...document.glossary, ...document.operation])
      expect(page).toBeGreaterThan(0);
  });

  it('is refused when it is not what the manifest names', async () => {
    const other = new Uint8Array([...bytes, 0x20]);
    await expect(readYearbook(builtManifest, '.', answering(other))).rejects.toThrow('yearbook.json');
    await expect(readYearbook({ documents: {} }, '.', answering(other))).rejects.toThrow('no yearbook');
  });

  it('puts drawn areas beside planned ones, and their sum', () => {
    const rows = (builtLayers['treatment-districts']?.features ?? []).map(({ properties, geometry }) => ({
      ...{ id: String(properties?.['id']), placed: true, geometry },
      properties: properties ?? {},
    }));
    const areas = districtAreas(rows);
    expect(areas).toHaveLength(7);
    expect(sumOf(areas).plannedHectares).toBe(18_167);
    expect(Math.abs(differencePercent(sumOf(areas)))).toBeLessThan(8);
    for (const area of areas) expect(Math.abs(differencePercent(area)), area.name).toBeLessThan(15);
    expect(differencePercent({ plannedHectares: 200, drawnHectares: 150 })).toBeCloseTo(-25, 9);
    expect(districtAreas([{ id: 'x', placed: true, properties: {} }])).toEqual([]);
  });
});
