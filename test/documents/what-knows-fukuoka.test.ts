/** CONTRIBUTING.md says which code knows this one city. The list is neither shorter nor longer than the truth. */
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** The city's names, wards, districts, plans, codes, plane zone and rain. */
const telling =
  /福岡|Fukuoka|ふくおか|天神|博多|Tenjin|Hakata|rainbow|レインボー|中央区|東区|早良区|城南区|西戸崎|和白|那珂川|七隈|\b(?:6670|30162|4013\d|5440|59\.1|79\.5)\b/i;

/** All prefectures of Japan are no knowledge of one of them. */
const general = new Set(['src/search/prefectures.ts']);

const withoutComments = (text: string) =>
  text.replace(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->/g, '').replace(/(^|[^:])\/\/.*$/gm, '$1');

const knowing = ['src', 'geodata']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  .filter((path) => /\.(ts|svelte|json|po)$/.test(path) && !general.has(path))
  .filter((path) => telling.test(withoutComments(readFileSync(join(root, path), 'utf8'))));

const section = /<!-- knows -->([\s\S]*?)<!-- \/knows -->/.exec(
  readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8'),
)?.[1];
const told = [...(section ?? '').matchAll(/`((?:src|geodata)\/[^`]+)`/g)].map(([, path = '']) => path);
const covers = (place: string, path: string) =>
  place.endsWith('/') ? path.startsWith(place) : path === place;

describe('what knows Fukuoka', () => {
  it('is told in CONTRIBUTING.md', () => {
    expect(told.length).toBeGreaterThan(3);
    expect(knowing.filter((path) => !told.some((place) => covers(place, path)))).toEqual([]);
  });

  it('is told of nothing that does not', () => {
    expect(told.filter((place) => !knowing.some((path) => covers(place, path)))).toEqual([]);
  });
});
