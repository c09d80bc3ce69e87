import { dirname, join, posix, relative, resolve } from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { entryOf } from './start-chunk.js';

const root = resolve(import.meta.dirname, '..');
const source = join(root, 'src');
const helper = join(source, 'thread/import-part.ts');
const marker = '{files of the part}';
const imported = /\bimport\(\s*(["'`])([^"'`]+)\1\s*\)/g;

/**
 * Puts `importPart` (src/thread/import-part.ts) around every `import()` of the sources, with the list of the files that
 * the part consists of: a part that stalls must end in a failure that can be tried again, and who writes an `import()`
 * cannot forget it. In every build: the page, its workers, the element.
 */
export function patientImports(): Plugin {
  return {
    name: 'mizumichi-patient-imports',
    apply: 'build',
    enforce: 'post',
    transform(code, id) {
      const file = relative(source, id);
      // The page's own script is on its way before anything runs; public/old-browser.js watches over it.
      if (file.startsWith('..') || file.includes('?') || join('src', file) === entryOf.page) return null;
      if (!/\.(ts|svelte)$/.test(file) || !code.match(imported)) return null;
      const wrapped = code.replace(imported, (whole) => `__importPart(() => ${whole}, "${marker}")`);
      return {
        code: `import { importPart as __importPart } from ${JSON.stringify(helper)};\n${wrapped}`,
        map: null,
      };
    },
    generateBundle(_options, bundle) {
      const chunks = new Map(
        Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file]] : [])),
      );
      for (const chunk of chunks.values()) chunk.code = withFiles(chunk, chunks);
    },
  };
}

type Chunks = ReadonlyMap<string, Rolldown.OutputChunk>;

function withFiles(chunk: Rolldown.OutputChunk, chunks: Chunks): string {
  return chunk.code.replace(new RegExp(`(["'\`])${marker}\\1`, 'g'), (_whole, _quote, at: number) => {
    const target = [...chunk.code.slice(0, at).matchAll(imported)].at(-1)?.[2];
    const part = target && chunks.get(posix.join(posix.dirname(chunk.fileName), target));
    if (!part) throw new Error(`${chunk.fileName}: no file of the part imported before character ${at}`);
    const there = reach(chunk, chunks);
    const wanted = [...reach(part, chunks)].filter((each) => !there.has(each));
    const files = wanted.flatMap((each) => [each.fileName, ...(each.viteMetadata?.importedCss ?? [])]);
    return `${JSON.stringify(files.map((file) => addressFrom(chunk, file)))},import.meta.url`;
  });
}

/** A chunk and what it imports at once. */
function reach(chunk: Rolldown.OutputChunk, chunks: Chunks): Set<Rolldown.OutputChunk> {
  const found = new Set([chunk]);
  for (const { imports } of found)
    for (const name of imports) {
      const next = chunks.get(name);
      if (next) found.add(next);
    }
  return found;
}

function addressFrom({ fileName }: Rolldown.OutputChunk, file: string): string {
  const path = posix.relative(dirname(fileName), file);
  return path.startsWith('.') ? path : `./${path}`;
}
