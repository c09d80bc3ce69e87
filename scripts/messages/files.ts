/** Where language files are, and where what is made of them goes. */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { locales, type Locale } from '../../src/i18n/locale.js';
import type { LanguageFiles } from './compile.js';
import { baseLocale } from './groups.js';
import type { Tree } from './tree.js';
import { writeWhole } from '../write-whole.mjs';

const i18n = resolve(import.meta.dirname, '../../src/i18n');
export const sourceOf = (locale: string): string => join(i18n, 'locales', `${locale}.json`);
const generated = join(i18n, 'generated');

export function readLanguages(): LanguageFiles {
  return Object.fromEntries(
    locales.map((locale) => [locale, JSON.parse(readFileSync(sourceOf(locale), 'utf8')) as unknown]),
  ) as LanguageFiles;
}

/** Keys in the order of the base language, whatever order a tool wrote them in; keys of its own come last. */
function inOrderOf(base: Tree | undefined, tree: Tree): Tree {
  if (typeof tree === 'string' || base === undefined || typeof base === 'string') return tree;
  const keys = new Set([...Object.keys(base), ...Object.keys(tree)]);
  return Object.fromEntries(
    [...keys].flatMap((key) => {
      const inner = tree[key];
      return inner === undefined ? [] : [[key, inOrderOf(base[key], inner)]];
    }),
  );
}

/** A language file as it is kept: tools differ in order, indentation and last line, and none of that is a change. */
export const asKept = (files: LanguageFiles, locale: Locale): string =>
  `${JSON.stringify(inOrderOf(files[baseLocale], files[locale]), null, 2)}\n`;

export function writeLanguages(files: LanguageFiles): void {
  for (const locale of locales) writeWhole(sourceOf(locale), asKept(files, locale));
}

/** Every file now in src/i18n/generated. */
export function readGenerated(): Map<string, string> {
  const names = readdirSync(generated, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  return new Map(
    names.map((name) => [name.replaceAll('\\', '/'), readFileSync(join(generated, name), 'utf8')]),
  );
}

/** File by file, each whole; those of no language any more go last, so that nothing that is imported is ever away. */
export function writeGenerated(files: ReadonlyMap<string, string>): void {
  for (const [name, text] of files) {
    mkdirSync(dirname(join(generated, name)), { recursive: true });
    writeWhole(join(generated, name), text);
  }
  if (!existsSync(generated)) return;
  for (const name of readdirSync(generated, { recursive: true, encoding: 'utf8' }))
    if (name.endsWith('.ts') && !files.has(name.replaceAll('\\', '/'))) rmSync(join(generated, name));
}
