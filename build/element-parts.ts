import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, parseSync, type Plugin } from 'vite';
import type { ElementPart } from '../src/embed/element/parts-registry.js';
import { buildTarget, oldestBrowsersCheck } from './browsers.js';
import { builtDefines } from './built-city.js';
import { writeCompanions } from './element-files.js';

const source = (name: string) => resolve(import.meta.dirname, '../src/embed/element', name);
/** What begins the parts; the module itself is built after them, with their sums in it. */
export const drawingEntry = source('draw-element.ts');

/**
 * The element's parts ask the module for each other and for the scripts of their workers, and the module hands out
 * what it has checked (docs/decisions/0010). Then the module is built, and what travels with it is written.
 */
export function checkedParts(): Plugin {
  let folder = '';
  return {
    name: 'mizumichi-checked-parts',
    apply: 'build',
    enforce: 'post',
    configResolved: ({ build: { outDir } }) => {
      folder = outDir;
    },
    resolveId: {
      order: 'pre',
      handler: (id) => (id.endsWith('/start-module-worker.js') ? source('start-checked-worker.ts') : null),
    },
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle))
        if (chunk.type === 'chunk') chunk.code = throughModule(chunk.code, chunk.fileName);
    },
    async closeBundle(error) {
      if (error) return;
      await buildModule(folder, partsIn(folder));
      writeCompanions(folder);
    },
  };
}

/** `import('./part.js')` becomes a question to the module that came with `integrity`. */
export function throughModule(code: string, fileName: string): string {
  let text = code;
  const { dynamicImports } = parseSync(fileName, code).module;
  for (const { start, end, moduleRequest } of dynamicImports.toReversed()) {
    const [, name] =
      /^[`'"]\.\/([\w.-]+\.js)[`'"]$/.exec(code.slice(moduleRequest.start, moduleRequest.end)) ?? [];
    if (name === undefined)
      throw new Error(`${fileName}: ${code.slice(start, end)} cannot be checked before it runs`);
    const registry = `globalThis[Symbol.for("mizumichi-map parts")].get(new URL("../",import.meta.url).href)`;
    text = `${text.slice(0, start)}${registry}.open("parts/${name}")${text.slice(end)}`;
  }
  return text;
}

/** Scripts of the element but the module, by their name in its folder, as they were written. */
export function partsIn(folder: string): Record<string, ElementPart> {
  const names = ['parts', 'assets'].flatMap((kind) =>
    readdirSync(join(folder, kind))
      .filter((name) => name.endsWith('.js'))
      .map((name) => `${kind}/${name}`),
  );
  const code = new Map(names.sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  const direct = new Map([...code].map(([name, text]) => [name, importsOf(text, name)]));
  return Object.fromEntries(
    [...code.keys()].map((name) => {
      const imports = direct.get(name) ?? [];
      const reached = new Set(imports);
      for (const file of reached) for (const next of direct.get(file) ?? []) reached.add(next);
      // Whatever a script imports is checked before it: in a circle nothing would be first.
      if (reached.has(name)) throw new Error(`${name} imports itself, by way of others`);
      const isWorker = name.startsWith('assets/');
      // From memory it would import from nowhere, and unchecked.
      if (isWorker && imports.length > 0) throw new Error(`${name} imports other files`);
      const started = names.filter(
        (other) =>
          other.startsWith('assets/') && [name, ...reached].some((file) => code.get(file)?.includes(other)),
      );
      const sum = createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('base64');
      return [
        name,
        {
          integrity: `sha256-${sum}`,
          imports: imports.toSorted(),
          workers: isWorker ? [] : started,
        },
      ];
    }),
  );
}

/** What a script imports when it starts, by name in the element's folder. */
function importsOf(code: string, name: string): string[] {
  const { staticImports, staticExports, dynamicImports } = parseSync(name, code).module;
  // The map engine's worker would import plug-ins that a page names; the element names none.
  const written = dynamicImports.filter(({ moduleRequest }) => /[`'"]/.test(code[moduleRequest.start] ?? ''));
  if (written.length > 0) throw new Error(`${name} imports what nobody has checked`);
  const named = [
    ...staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ),
  ];
  return [...new Set(named)].map((path) => join(name, '..', path));
}

/** The one script a page names: nothing in it comes from elsewhere. */
async function buildModule(folder: string, parts: Record<string, ElementPart>): Promise<void> {
  const drawing = Object.keys(parts).find((name) => name.startsWith('parts/draw-element-'));
  await build({
    configFile: false,
    base: './',
    publicDir: false,
    logLevel: 'warn',
    define: { ...builtDefines(), elementParts: JSON.stringify(parts), drawingPart: JSON.stringify(drawing) },
    plugins: [
      {
        name: 'mizumichi-checked-drawing',
        resolveId: {
          order: 'pre',
          handler: (id) => (id.endsWith('/open-drawing.js') ? source('checked-parts.ts') : null),
        },
      },
      oldestBrowsersCheck(),
    ],
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: buildTarget,
      modulePreload: false,
      rolldownOptions: {
        input: { 'mizumichi-map': source('mizumichi-map.ts') },
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: '[name].js', codeSplitting: false },
      },
    },
  });
}
