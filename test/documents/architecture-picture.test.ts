/** The picture in docs/architecture.md is the code's: modules, tiers and arrows to the letter, counts nearly. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { architecture, withTable } from '../../scripts/architecture-picture.mjs';

const root = resolve(import.meta.dirname, '../..');
const committed = readFileSync(resolve(root, 'docs/architecture.svg'), 'utf8');
const page = readFileSync(resolve(root, 'docs/architecture.md'), 'utf8');
const { svg, table } = architecture();
const redraw = 'redraw it with `npm run architecture`';

/** A new file is no reason to draw anew: counts are compared by themselves. */
const withoutCounts = (text: string) => text.replace(/\d+ files/g, 'files').replace(/\| \d+ \|/g, '| |');
const counts = (text: string) =>
  [...text.matchAll(/(\d+) files|\| (\d+) \|/g)].map(([, drawn, listed]) => Number(drawn ?? listed));

describe('docs/architecture.svg', () => {
  it('shows the modules, tiers and arrows of the code', () => {
    expect(withoutCounts(committed), redraw).toBe(withoutCounts(svg));
    expect(svg.match(/class="box"/g)?.length).toBeGreaterThan(12);
    expect(svg.match(/class="arrow"/g)?.length).toBeGreaterThan(12);
  });

  it('has the same modules and imports in the table beneath', () => {
    expect(withoutCounts(page), redraw).toContain(withoutCounts(table));
    expect(withTable(page, table)).toContain(table);
  });

  it('counts files as they are, within a quarter or five', () => {
    for (const [drawn, now] of [
      [counts(committed), counts(svg)],
      [counts(page.slice(page.indexOf('<!-- modules -->'))), counts(table)],
    ] as const)
      now.forEach((count, i) =>
        expect(Math.abs((drawn[i] ?? 0) - count), redraw).toBeLessThanOrEqual(Math.max(5, count / 4)),
      );
  });

  it('is text that a reader of screens and of either theme can read', () => {
    expect(svg).toContain('<title id="title">');
    expect(svg).toContain('prefers-color-scheme: dark');
    for (const [, module = ''] of table.matchAll(/^\| \S+ \| ([\w/-]+) \| \d/gm))
      expect(svg).toContain(`>${module}</text>`);
  });

  it('draws arrows down only', () => {
    const ends = [...svg.matchAll(/class="arrow" d="M[\d.]+ ([\d.]+)C[^"]*?([\d.]+)"/g)];
    expect(ends.length).toBeGreaterThan(12);
    for (const [, from, to] of ends) expect(Number(to)).toBeGreaterThan(Number(from));
  });
});
