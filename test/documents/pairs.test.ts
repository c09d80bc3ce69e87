/** Guides come in pairs, Japanese and English: the same parts, commands and tables, and only words that the page shows. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const namesIn = (folder: string) => readdirSync(join(root, folder)).filter((name) => name.endsWith('.md'));

/** The English of docs/ja/x.md is docs/en/x.md, or the reference docs/x.md where it is written for both. */
const pairs: [japanese: string, english: string][] = [
  ['README.ja.md', 'README.md'],
  ...namesIn('docs/ja').map((name): [string, string] => [
    `docs/ja/${name}`,
    existsSync(join(root, 'docs/en', name)) ? `docs/en/${name}` : `docs/${name}`,
  ]),
];

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const fences = (text: string) => [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```/gm)];
const withoutFences = (text: string) => text.replace(/^```[\s\S]*?^```/gm, '');

const headings = (text: string) => [...withoutFences(text).matchAll(/^(#+) /gm)].map(([, level]) => level);
/** What is typed or written into a file must be the same to the letter; shown HTML may carry other words. */
const commands = (text: string) =>
  fences(text).map(([, language = '', code = '']) =>
    // Remarks behind a command are words.
    language === 'html' ? language : code.replace(/ +# .*$/gm, ''),
  );
const inlineCode = (text: string) =>
  [...new Set([...withoutFences(text).matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code))].sort();
const tables = (text: string) =>
  withoutFences(text)
    .split(/\n\n+/)
    .map((part) => part.split('\n').filter((line) => line.startsWith('|')).length)
    .filter((rows) => rows > 0);
const items = (text: string) => [...withoutFences(text).matchAll(/^(\d+\.|-) /gm)].map(([, sign]) => sign);
/** Files that are linked, by name: either half links the other, and both the same third ones. */
const linked = (path: string) =>
  [...withoutFences(read(path)).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => basename(target))
    .filter((name) => name.replace(/(\.ja)?\.md.*$/, '') !== basename(path).replace(/(\.ja)?\.md$/, ''))
    .sort();

/** Every text the page can show: tables of messages, whatever their format. */
const shown = readdirSync(join(root, 'src/i18n'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(ts|json|po)$/.test(name))
  .map((name) => read(join('src/i18n', name)))
  .join('\n')
  .replaceAll("\\'", "'");

describe('guides in Japanese and English', () => {
  it('are there, each with its other half', () => {
    expect(pairs.length).toBeGreaterThan(4);
    expect(pairs.filter(([, english]) => !existsSync(join(root, english)))).toEqual([]);
    expect(namesIn('docs/en').filter((name) => !existsSync(join(root, 'docs/ja', name)))).toEqual([]);
  });

  it.each(pairs)('%s and %s have the same headings, commands, code and tables', (japanese, english) => {
    const [ja, en] = [read(japanese), read(english)];
    expect(headings(ja)).toEqual(headings(en));
    expect(commands(ja)).toEqual(commands(en));
    // A guide to translating quotes messages, each half those of its own language.
    if (!english.endsWith('translating.md')) expect(inlineCode(ja)).toEqual(inlineCode(en));
    else expect(inlineCode(ja)).toHaveLength(inlineCode(en).length);
    expect(tables(ja)).toEqual(tables(en));
    expect(items(ja)).toEqual(items(en));
  });

  it.each(pairs)('%s and %s name only buttons and fields that the page shows', (japanese, english) => {
    const named = [
      ...[...read(japanese).matchAll(/\*\*「([^」]+)」\*\*/g)],
      ...[...read(english).matchAll(/\*\*“([^”]+)”\*\*/g)],
    ].map(([, words = '']) => words);
    expect(named.filter((words) => !shown.includes(words))).toEqual([]);
    expect([...read(japanese).matchAll(/\*\*「/g)].length).toBe([...read(english).matchAll(/\*\*“/g)].length);
  });

  it.each(pairs)('%s and %s lead to the same places', (japanese, english) => {
    expect(linked(japanese)).toEqual(linked(english));
  });
});
