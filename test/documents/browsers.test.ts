/** docs/browsers.md: which journeys run in which engine, as the journeys themselves have it. */
import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { engines, type EngineId } from '../../scripts/engines.mjs';
import { journeys } from '../browsers/journeys/journeys.js';

const root = resolve(import.meta.dirname, '../..');
const text = readFileSync(resolve(root, 'docs/browsers.md'), 'utf8');
const ids = Object.keys(engines) as EngineId[];

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
/** The table as the document has it; on a difference, the expectation prints what belongs there. */
const table = [
  row(['journey', ...ids.map((id) => engines[id].name)]),
  row(['---', ...ids.map(() => '---')]),
  ...journeys.map(({ title, limits }) => row([title, ...ids.map((id) => limits?.[id] ?? 'whole')])),
].join('\n');

describe('docs/browsers.md', () => {
  it('prints the journeys as they are', () => {
    expect(/<!-- journeys -->\n\n([^]*?)\n\n<!-- \/journeys -->/.exec(text)?.[1]).toBe(table);
  });

  it('says how each engine is installed', () => {
    for (const { name, packages } of Object.values(engines)) {
      expect(text).toContain(name);
      for (const wanted of packages) expect(text).toContain(`\`${wanted}\``);
    }
  });

  it('shows every engine in pictures of journeys that there are', () => {
    const pictures = readdirSync(resolve(root, 'docs/screenshots/engines'));
    for (const id of ids) expect(pictures.filter((name) => name.startsWith(`${id}-`))).not.toEqual([]);
    const known = journeys.flatMap(({ id }) =>
      ids.flatMap((engine) => [390, 1280].map((width) => `${engine}-${id}-${width}.png`)),
    );
    expect(pictures.filter((name) => !known.includes(name))).toEqual([]);
    for (const name of pictures) expect(text).toContain(`screenshots/engines/${name}`);
  });
});

describe('the journeys', () => {
  it('have names of their own', () => {
    expect(new Set(journeys.map(({ id }) => id)).size).toBe(journeys.length);
  });
});
