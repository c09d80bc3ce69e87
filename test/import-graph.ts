/** What imports what: read from the sources, and the rules of the architecture as functions of that graph. */
import { posix } from 'node:path';

export interface Import {
  /** Path of the importing file from the repository's root. */
  file: string;
  /** As it is written. */
  target: string;
  /** `import type` costs nothing at run time; for tiers and circles it is an import like any other. */
  typeOnly: boolean;
}

/** One file uses another; both as paths from the repository's root. */
export interface Edge {
  from: string;
  to: string;
}

export interface Architecture {
  /** Tier by module. */
  tiers: ReadonlyMap<string, number>;
  /** `a → b`: modules of one tier that may import each other all the same, in this direction. */
  sideways: ReadonlySet<string>;
}

const statement =
  /(?:^|\n|;|>)\s*(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+\s+from\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|new URL\(\s*['"](\.[^'"]+)['"]\s*,\s*import\.meta\.url/g;

/** Every import of a source, whether script, component, `import()` or the address of a worker. */
export function importsIn(file: string, text: string): Import[] {
  return [...text.matchAll(statement)].flatMap(([, type, named, called, address]) => {
    const target = (named ?? called ?? address)?.replace(/\?.*$/, '');
    return target ? [{ file, target, typeOnly: Boolean(type) }] : [];
  });
}

/** Path from the root of what is imported, or null for a package. */
export function localTarget({ file, target }: Import): string | null {
  return target.startsWith('.') ? posix.join(posix.dirname(file), target) : null;
}

/** Imports between the given files; whatever else they import (packages, data, styles) is left out. */
export function edgesOf(imports: readonly Import[], files: ReadonlySet<string>): Edge[] {
  return imports.flatMap((entry) => {
    const path = localTarget(entry);
    if (path === null) return [];
    const to = [path, path.replace(/\.js$/, '.ts'), path.replace(/\.js$/, '.d.ts')].find((name) =>
      files.has(name),
    );
    return to === undefined ? [] : [{ from: entry.file, to }];
  });
}

/** The module of a path below `src`, or null. */
export function moduleOf(path: string): string | null {
  const parts = path.split('/');
  return parts[0] === 'src' && parts.length > 2 ? (parts[1] ?? null) : null;
}

/** Imports that go up a tier, or to another module of the same tier that the table does not name. */
export function wrongTiers(edges: readonly Edge[], { tiers, sideways }: Architecture): string[] {
  return edges.flatMap(({ from, to }) => {
    const [own, other] = [moduleOf(from), moduleOf(to)];
    if (own === null || other === null || own === other) return [];
    const [above, below] = [tiers.get(own) ?? -1, tiers.get(other) ?? Infinity];
    const allowed = below < above || (below === above && sideways.has(`${own} → ${other}`));
    return allowed ? [] : [`${from} → ${to}`];
  });
}

/** Groups that import each other in a circle (strongly connected, after Tarjan), each sorted. */
export function circlesOf(edges: readonly Edge[]): string[][] {
  const targets = new Map<string, Set<string>>();
  for (const { from, to } of edges) targets.set(from, (targets.get(from) ?? new Set()).add(to));
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const circles: string[][] = [];
  const visit = (name: string): void => {
    order.set(name, order.size);
    lowest.set(name, order.get(name) as number);
    open.push(name);
    for (const next of targets.get(name) ?? []) {
      if (!order.has(next)) visit(next);
      if (open.includes(next))
        lowest.set(name, Math.min(lowest.get(name) as number, lowest.get(next) as number));
    }
    if (lowest.get(name) !== order.get(name)) return;
    const group = open.splice(open.indexOf(name));
    if (group.length > 1 || targets.get(name)?.has(name)) circles.push(group.sort());
  };
  for (const name of targets.keys()) if (!order.has(name)) visit(name);
  return circles.sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
}

/** Imports between the folders that lie side by side in `parent`; files directly in it belong to none. */
export function siblingEdges(edges: readonly Edge[], parent: string): Edge[] {
  const folderOf = (path: string) => {
    const [first, ...below] = path.startsWith(`${parent}/`) ? path.slice(parent.length + 1).split('/') : [];
    return first !== undefined && below.length > 0 ? `${parent}/${first}` : null;
  };
  return edges.flatMap(({ from, to }) => {
    const [own, other] = [folderOf(from), folderOf(to)];
    return own !== null && other !== null && own !== other ? [{ from: own, to: other }] : [];
  });
}

/** Circles between sibling folders, at every depth. */
export function folderCircles(edges: readonly Edge[]): string[][] {
  const parents = new Set<string>();
  for (const { from } of edges)
    for (let folder = posix.dirname(from); folder !== '.'; folder = posix.dirname(folder))
      parents.add(folder);
  return [...parents].sort().flatMap((parent) => circlesOf(siblingEdges(edges, parent)));
}

/** The table of CONTRIBUTING.md: `| T1 | modules | may import |`, exceptions as "`src/a` also `src/b` and `src/c`". */
export function readTable(text: string): Architecture {
  const tiers = new Map<string, number>();
  const sideways = new Set<string>();
  const modules = (cell: string) => [...cell.matchAll(/`src\/([\w-]+)`/g)].map(([, name = '']) => name);
  for (const [, tier, cell = '', may = ''] of text.matchAll(/^\| T(\d) *\|([^|\n]*)\|([^|\n]*)\|$/gm)) {
    for (const name of modules(cell)) tiers.set(name, Number(tier));
    for (const [, own = '', others = ''] of may.matchAll(/`src\/([\w-]+)` also ([^;|]*)/g))
      for (const other of modules(others)) sideways.add(`${own} → ${other}`);
  }
  return { tiers, sideways };
}
