import { readFileSync } from 'node:fs';
import { parse, type AST } from 'svelte/compiler';
import { describe, expect, it } from 'vitest';

/** Where pages and embeds are put together: whatever stands in these breaks by itself. */
const places: Record<string, readonly string[]> = {
  // SkipLinks and LiveRegion are a list of links and a line; the parts of the map's page stand in it one by one.
  'app/App': ['SkipLinks', 'LiveRegion', 'MapPage'],
  // Of these everything inside stands in a boundary of its own.
  'app/MapPage': ['BottomSheet', 'WorkbenchSlot', 'PanelContent'],
  'app/PanelContent': ['PanelTabs'],
  // Stands in a boundary as a whole (App), so that a failure leaves header and map.
  'app/ReportPage': ['PrintedReport', 'LegendList'],
  'ui/notices/LazyPanel': [],
  'ui/report/ReportCard': ['Icon'],
  'workbench/Workbench': [],
  'workbench/WorkbenchTabs': [],
  'embed/view/EmbedView': [],
  'embed/element/ElementView': [],
  'embed/page/EmbedPage': [],
};

/** Components of a file that stand outside of every boundary. */
function unguarded(file: string): string[] {
  const { fragment } = parse(readFileSync(new URL(`../../src/${file}.svelte`, import.meta.url), 'utf8'), {
    modern: true,
  });
  const found = new Set<string>();
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if (Array.isArray(node)) {
      node.forEach(walk);
      return;
    }
    const { type, name } = node as Partial<AST.Component>;
    if (type === 'Component') {
      // LazyPanel is a boundary with what it fetches in it: below.
      if (name?.endsWith('Boundary') || name === 'LazyPanel') return;
      found.add(name ?? '');
    }
    for (const [key, child] of Object.entries(node)) if (key !== 'parent') walk(child);
  };
  walk(fragment);
  return [...found];
}

describe('error boundaries', () => {
  it.each(Object.keys(places))('stand around every part of %s', (file) => {
    const exceptions = places[file] ?? [];
    const found = unguarded(file);
    expect(found.filter((name) => !exceptions.includes(name))).toEqual([]);
    // An exception that is none any more goes from the list.
    expect(exceptions.filter((name) => !found.includes(name))).toEqual([]);
  });
});
