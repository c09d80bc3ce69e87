/** Language files → TypeScript: an interface a group, a table a group and language, a list of loaders a group. */
import { locales, pluralLanguage, type Locale } from '../../src/i18n/locale.js';
import { baseLocale, groups, namesPath, openRecords } from './groups.js';
import { argumentsOf, expressionOf, tokensOf, type ArgumentKind, type Arguments } from './icu.js';
import { isList, keyOf, messagesOf, type Tree } from './tree.js';

export type LanguageFiles = Readonly<Record<Locale, Readonly<Record<string, Tree>>>>;

const heading = '// Made from src/i18n/locales by `npm run messages`: change those, not this.\n';
const typeOf: Readonly<Record<ArgumentKind, string>> = {
  number: 'number',
  flag: 'boolean',
  choice: 'string',
  text: 'string | number',
};

/** What each message takes, over all languages: one that counts in English must be given a number in all. */
export function argumentsByPath(files: LanguageFiles): Map<string, Arguments> {
  const all = new Map<string, Record<string, ArgumentKind>>();
  for (const locale of locales)
    for (const [path, text] of messagesOf(files[locale])) {
      const found = all.get(path) ?? {};
      for (const [name, kind] of Object.entries(at(path, locale, () => argumentsOf(tokensOf(text, locale)))))
        if ((found[name] ?? 'text') === 'text') found[name] = kind;
      all.set(path, found);
    }
  return all;
}

/** Says which message of which language it was. */
function at<Result>(path: string, locale: Locale, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw new Error(`${locale}.json, ${path}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

/** Members of an object, one a line, indented by their depth. */
function block(members: readonly string[], path: string): string {
  const indent = '  '.repeat(path.split('.').length);
  return `{\n${members.map((member) => indent + member).join('\n')}\n${indent.slice(2)}}`;
}

function typeText(tree: Tree, path: string, takes: ReadonlyMap<string, Arguments>): string {
  if (typeof tree === 'string') {
    const list = Object.entries(takes.get(path) ?? {});
    if (list.length === 0) return 'string';
    return `(d: { ${list.map(([name, kind]) => `${name}: ${typeOf[kind]}`).join('; ')} }) => string`;
  }
  if (openRecords.has(path)) return 'Readonly<Record<string, string>>';
  if (isList(Object.keys(tree)))
    return `readonly [${Object.keys(tree)
      .map(() => 'string')
      .join(', ')}]`;
  const members = Object.entries(tree).map(
    ([key, inner]) => `${keyOf(key)}: ${typeText(inner, `${path}.${key}`, takes)};`,
  );
  return block(members, path);
}

function tableText(tree: Tree, path: string, locale: Locale): string {
  if (typeof tree === 'string') return at(path, locale, () => expressionOf(tree, locale));
  if (path === namesPath && locale === baseLocale) return '{}';
  if (isList(Object.keys(tree))) {
    const items = Object.entries(tree).map(([key, inner]) => tableText(inner, `${path}.${key}`, locale));
    return `[${items.join(', ')}]`;
  }
  const members = Object.entries(tree).map(
    ([key, inner]) => `${keyOf(key)}: ${tableText(inner, `${path}.${key}`, locale)},`,
  );
  return block(members, path);
}

/** The functions of the runtime that a table calls, and its plural rule by the name the library gives it. */
function headOf(table: string, locale: Locale, type: string): string {
  const calls = (name: string) => new RegExp(`(?<![\\w."])${name}\\(`).test(table);
  const called = ['number', 'plural', 'select'].filter(calls);
  if (called.includes('plural')) called.push('pluralRule');
  const tag = pluralLanguage[locale];
  return [
    ...(called.length > 0 ? [`import { ${called.join(', ')} } from '../../message-runtime.js';`] : []),
    `import type { ${type} } from './messages.js';`,
    ...(called.includes('plural') ? ['', `const ${tag} = pluralRule('${tag}');`] : []),
  ].join('\n');
}

function loaders(name: string, type: string, inline: Locale | undefined): string {
  const lines = locales.map((locale) =>
    locale === inline
      ? `  ${locale}: () => Promise.resolve(messages),`
      : `  ${locale}: async () => (await import('./${locale}.js')).messages,`,
  );
  return [
    `import type { MessageGroup } from '../../load-messages.js';`,
    ...(inline ? [`import { messages } from './${inline}.js';`] : []),
    `import type { ${type} } from './messages.js';`,
    '',
    `export const ${name}Messages: MessageGroup<${type}> = {`,
    ...lines,
    '};',
  ].join('\n');
}

/** Every file of src/i18n/generated: its path there, and its text. Throws naming language and key of a bad message. */
export function compileMessages(files: LanguageFiles): Map<string, string> {
  const takes = argumentsByPath(files);
  const out = new Map<string, string>();
  for (const [name, { type, about, inline, flat, only }] of Object.entries(groups)) {
    const shaped = (tree: Tree): Tree => (flat ? Object.fromEntries(messagesOf(tree)) : tree);
    const base = shaped(files[baseLocale][name] ?? {});
    out.set(
      `${name}/messages.ts`,
      `/** ${about} */\nexport interface ${type} ${typeText(base, name, takes)}\n`,
    );
    for (const locale of only ?? locales) {
      const tree = files[locale][name];
      if (tree === undefined) throw new Error(`${locale}.json has no “${name}”`);
      const table = tableText(shaped(tree), name, locale);
      const head = headOf(table, locale, type);
      out.set(`${name}/${locale}.ts`, `${head}\n\nexport const messages: ${type} = ${table};\n`);
    }
    if (!only) out.set(`${name}/index.ts`, `${loaders(name, type, inline)}\n`);
  }
  return new Map([...out].map(([path, text]) => [path, heading + text]));
}
