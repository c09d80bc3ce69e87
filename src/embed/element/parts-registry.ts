/** A script of the element beside its module: what it must be, and what it needs. Names as seen from the folder. */
export interface ElementPart {
  /** As browsers compare it: `sha256-…`. */
  integrity: string;
  /** Scripts it imports itself. */
  imports: readonly string[];
  /** Workers it starts. */
  workers: readonly string[];
}

/** What parts of one build of the element ask each other through; the module that came with `integrity` answers. */
export interface PartsOfElement {
  /** Imports a part, once it and all it imports are known to be what was built. */
  open(file: string): Promise<unknown>;
  /** Address of a checked copy of a worker's script, in this page's memory. */
  copy(file: string): Promise<string>;
  /** The same, of a worker whose part has been opened. */
  copied(file: string): string;
}

/** One page may hold elements of several builds: by the folder of each. */
export function partsOf(folder: string): PartsOfElement {
  const parts = registry().get(folder);
  if (!parts) throw new Error(`no element was started from ${folder}`);
  return parts;
}

export function registerParts(folder: string, parts: PartsOfElement): void {
  registry().set(folder, parts);
}

/** Module and parts are built apart and share nothing but the page. */
function registry(): Map<string, PartsOfElement> {
  const page = globalThis as { [partsKey]?: Map<string, PartsOfElement> };
  return (page[partsKey] ??= new Map<string, PartsOfElement>());
}

const partsKey = Symbol.for('mizumichi-map parts');
