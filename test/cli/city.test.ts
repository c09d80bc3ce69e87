import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { cityNames, cityOf, defaultCity } from '../../src/catalog/cities.js';
import { city } from '../../src/catalog/city.js';
import { locales } from '../../src/i18n/locale.js';
import { askedCity } from '../../src/cli/asked-city.js';
import { runCli, runInside } from './run-cli.js';

const before = process.env['CITY'];
afterEach(() => {
  if (before === undefined) delete process.env['CITY'];
  else process.env['CITY'] = before;
});

it('every folder with a city.ts is a city of the catalogue, under its own name', () => {
  const folders = readdirSync(join(import.meta.dirname, '../../geodata/cities'), { withFileTypes: true });
  expect(folders.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort()).toEqual(
    [...cityNames].sort(),
  );
  for (const name of cityNames) expect(cityOf(name)?.city.id).toBe(name);
  expect(cityNames).toContain(defaultCity);
  expect(cityOf('toString')).toBeNull();
});

describe.each(cityNames)('--city %s', (name) => {
  const { city: entry } = cityOf(name)!;
  const [longitude, latitude] = entry.centre;
  const commands = [
    ['report', '--lon', String(longitude), '--lat', String(latitude)],
    ['search', entry.name.ja],
    ['batch', '-'],
    ['runoff', '--area-ha', '12.5', '--coefficient', '0.7', '--inlet-min', '7', '--travel-min', '8'],
    ['network', '--help'],
    ['import', '--help'],
    ['check', '--help'],
  ];

  it.each(commands)('%s answers', async (...args) => {
    const input = args[0] === 'batch' ? `longitude,latitude\n${longitude},${latitude}\n` : '';
    // Data of a city are in public/tiles only while it is the city that was built.
    const due = name === city.id || args.includes('--help') || args[0] === 'runoff' ? 0 : 1;
    for (const run of [
      await runInside(['--city', name, ...args], input),
      await runInside([`--city=${name}`, ...args], input),
    ]) {
      expect(run.code).toBe(due);
      if (due === 1) expect(run.stderr).toContain(name);
      if (due === 0) expect(run.stdout.length).toBeGreaterThan(20);
    }
  });

  it('says the same without the option where it is the default, and where CITY names it', async () => {
    const args = ['report', '--lon', String(longitude), '--lat', String(latitude)];
    const said = await runInside(['--city', name, ...args]);
    process.env['CITY'] = name;
    expect(await runInside(args)).toEqual(said);
    process.env['CITY'] = '';
    if (name === defaultCity) expect(await runInside(args)).toEqual(said);
  });
});

describe('a city there is not', () => {
  it.each([
    [['--city', 'nowhere', 'search', 'x']],
    [['--city=nowhere', 'search', 'x']],
    [['--city', 'nowhere']],
    [['--city', 'nowhere', '--help']],
    [['--city']],
    [['--city=']],
    [['--city', 'constructor', 'search', 'x']],
  ])('%j is wrong usage, with the list of those there are', async (args) => {
    const { code, stdout, stderr } = await runInside(args);
    expect([code, stdout]).toEqual([2, '']);
    for (const name of cityNames) expect(stderr).toContain(name);
  });

  it('is said in the language of --lang, else of the environment', () => {
    const said = (args: string[], environment: Record<string, string> = {}) => {
      try {
        return askedCity(['--city', 'nowhere', 'search', 'x', ...args], environment);
      } catch (error) {
        return String(error);
      }
    };
    const all = locales.map((locale) => said(['--lang', locale]));
    expect(new Set(all).size).toBe(locales.length);
    expect(said([], { LANG: 'en_GB.UTF-8' })).toBe(said(['--lang', 'en']));
    expect(said([], { LANG: 'ko_KR.UTF-8', LC_ALL: 'zh_CN.UTF-8' })).toBe(said(['--lang=zh']));
    expect(said([], { LANG: 'C' })).toBe(said(['--lang', 'ja']));
    expect(said(['--lang', 'fr'], { LANG: 'en_GB' })).toBe(said(['--lang', 'en']));
  });

  it('may not stand in CITY either, unless --city says another', async () => {
    process.env['CITY'] = 'nowhere';
    expect((await runInside(['search', 'x'])).code).toBe(2);
    expect((await runInside(['--city', city.id, 'search', city.name.ja])).code).toBe(0);
  });

  it('ends the process with 2', async () => {
    expect((await runCli(['--city', 'nowhere', 'runoff'])).code).toBe(2);
  });
});
