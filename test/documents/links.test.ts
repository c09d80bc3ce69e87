/** Documents hold together: every relative link, every anchor and every path of this repository that they name is there. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const unread = new Set([
  'node_modules',
  'dist',
  '.git',
  '.cache',
  'test-results',
  'playwright-report',
  'coverage',
]);

function documentsIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return unread.has(entry.name) ? [] : documentsIn(join(folder, entry.name));
    return entry.isFile() && entry.name.endsWith('.md') ? [join(folder, entry.name)] : [];
  });
}

/** Stories are no documents: their links are views of the map (`#/?c=…`), held by test/embed/stories.test.ts. */
const documents = documentsIn(root).filter((path) => !path.includes('/src/catalog/stories/'));
const textOf = new Map(documents.map((path) => [path, readFileSync(path, 'utf8')]));

/** Without code: what stands between backticks or fences is shown, not linked. */
function prose(text: string): string {
  return text.replace(/^(```|~~~)[\s\S]*?^\1/gm, '').replace(/`[^`\n]*`/g, '');
}

/** Anchors as GitHub makes them: lower case, punctuation gone, spaces to hyphens, a second one of a name with -1. */
function anchorsOf(path: string): Set<string> {
  const text = (textOf.get(path) ?? readFileSync(path, 'utf8')).replace(/^(```|~~~)[\s\S]*?^\1/gm, '');
  const anchors = new Set<string>();
  for (const [, heading = ''] of text.matchAll(/^#{1,6} +(.+?) *#*$/gm)) {
    const words = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
    const plain = words.replace(/[^\p{Letter}\p{Mark}\p{Number}\p{Pc} -]/gu, '').replaceAll(' ', '-');
    let anchor = plain;
    for (let again = 1; anchors.has(anchor); again++) anchor = `${plain}-${again}`;
    anchors.add(anchor);
  }
  for (const [, id = ''] of text.matchAll(/<a (?:id|name)="([^"]+)"/g)) anchors.add(id);
  return anchors;
}

interface Link {
  from: string;
  target: string;
}

const links: Link[] = documents.flatMap((from) =>
  [
    ...prose(textOf.get(from) ?? '').matchAll(
      /\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)|<(?:img|a) [^>]*(?:src|href)="([^"]+)"/g,
    ),
  ].map(([, markdown, html]) => ({ from, target: markdown ?? html ?? '' })),
);
const local = links.filter(({ target }) => !/^[a-z][a-z\d+.-]*:/i.test(target));

describe('documents', () => {
  it('are found, with links in them', () => {
    expect(documents.map((path) => relative(root, path))).toContain('README.md');
    expect(local.length).toBeGreaterThan(30);
  });

  it('link to files and anchors that there are', () => {
    const broken = local.filter(({ from, target }) => {
      const [path = '', anchor] = target.split('#');
      const file = path === '' ? from : resolve(dirname(from), decodeURIComponent(path));
      if (!file.startsWith(root) || !existsSync(file)) return true;
      return anchor !== undefined && file.endsWith('.md') && !anchorsOf(file).has(decodeURIComponent(anchor));
    });
    expect(broken.map(({ from, target }) => `${relative(root, from)}: ${target}`)).toEqual([]);
  });

  /** A decision and the list of changes speak of their day; what is made at a build or is somebody else's is not here. */
  it('name only paths of this repository that there are', () => {
    const told = documents.filter((path) => !/\/docs\/decisions\/|\/CHANGELOG\.md$/.test(path));
    const missing = told.flatMap((from) =>
      [
        ...(textOf.get(from) ?? '').matchAll(
          /`((?:src|geodata|test|scripts|docs|public|build)\/[\w./-]*\w\/?)`/g,
        ),
      ]
        .map(([, path = '']) => path)
        .filter((path) => !path.startsWith('public/tiles/network'))
        .filter((path) => !existsSync(resolve(root, path)))
        .map((path) => `${relative(root, from)}: ${path}`),
    );
    expect(missing).toEqual([]);
  });
});
