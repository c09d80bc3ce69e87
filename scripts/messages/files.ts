/** Where language files are, and where what is made of them goes. */
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { locales } from '../../src/i18n/locale.js';
import type { LanguageFiles } from './compile.js';

const i18n = resolve(import.meta.dirname, '../../src/i18n');
export const sourceOf = (locale: string): string => join(i18n, 'locales', `${locale}.json`);
const generated = join(i18n, 'generated');

export function readLanguages(): LanguageFiles {
  return Object.fromEntries(
    locales.map((locale) => [locale, JSON.parse(readFileSync(sourceOf(locale), 'utf8')) as unknown]),
  ) as LanguageFiles;
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

export function writeGenerated(files: ReadonlyMap<string, string>): void {
  rmSync(generated, { recursive: true, force: true });
  for (const [name, text] of files) {
    mkdirSync(dirname(join(generated, name)), { recursive: true });
    writeFileSync(join(generated, name), text);
  }
}
