import { resolve } from 'node:path';
import type { Rolldown } from 'vite';

const root = resolve(import.meta.dirname, '..');

export const entryOf = { page: 'src/app/main.ts', whole: 'src/app/page.ts', embed: 'src/embed/page/main.ts' };

/**
 * What the page needs at once travels in three files, whatever else shares parts of it: a file more is a journey more
 * on a slow line. `start` sets off for the data; `shared` is what the embed uses too; `page` is the rest.
 */
export function startChunk(): (id: string, context: Rolldown.ChunkingContext) => string | null {
  let sets: Record<keyof typeof entryOf, Set<string>> | null = null;
  return (id, context) => {
    const reach = (end: string, lazily: boolean) => {
      const found = new Set([resolve(root, end)]);
      for (const module of found) {
        const info = context.getModuleInfo(module);
        for (const next of info?.importedIds ?? []) found.add(next);
        if (lazily) for (const next of info?.dynamicallyImportedIds ?? []) found.add(next);
      }
      return found;
    };
    sets ??= {
      page: reach(entryOf.page, false),
      whole: reach(entryOf.whole, false),
      embed: reach(entryOf.embed, true),
    };
    if (sets.page.has(id)) return id.endsWith(entryOf.page) ? null : 'start';
    if (!sets.whole.has(id)) return null;
    return sets.embed.has(id) ? 'shared' : 'page';
  };
}
