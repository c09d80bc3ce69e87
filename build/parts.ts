import type { LayerEntry } from '../src/catalog/layer-entry.js';
import type { Manifest } from '../src/catalog/manifest.js';
import { siteRoles } from '../src/report/site-index.js';

/**
 * The parts of the built site, each in files of its own: what belongs to a part, what its files are called, and what the
 * page's offline store does with them. Everything that no part claims is the page's own.
 */
export interface Part {
  /** Names of its scripts and styles begin with it and `-`. */
  name: string;
  /** Modules of the part. A script is the part's when it begins with one of them, or consists of nothing else. */
  modules: RegExp;
  /** Names of its workers, which are built apart. */
  workers?: readonly string[];
  /** They compile WebAssembly, which the policy forbids everybody else. */
  compilesWasm?: true;
  /** Beginnings of further names in `assets/` that others gave. */
  files?: readonly string[];
  /** What else of the site is the part's: patterns from the site's root. */
  outside?: readonly string[];
  /** `when-used`: kept once somebody used it, because what was brought in must answer offline too. */
  offline: 'when-used' | 'never';
}

export const parts: readonly Part[] = [
  {
    name: 'workbench',
    modules:
      /src\/(workbench|network|formats(?!\/(read-failure|limits)\.))\/|i18n\/generated\/workbench|terra-draw|src\/map\/(workbench-host|comparison|overlay-layers|picture)/,
    offline: 'when-used',
  },
  {
    name: 'importer',
    modules: /src\/importer\/ImportPage|i18n\/generated\/importer/,
    workers: ['import-worker'],
    compilesWasm: true,
    offline: 'when-used',
  },
  // What the workbench reads dropped files with; too large to keep.
  {
    name: 'gdal',
    modules: /node_modules\/gdal3\.js\//,
    workers: ['file.worker'],
    files: ['gdal3'],
    compilesWasm: true,
    offline: 'never',
  },
  // The city's own base map (src/catalog/basemap.ts): read by ranges, and kept in a store of its own when the page is idle.
  {
    name: 'ground-tiles',
    modules:
      /src\/map\/(archive-reader|archive-tiles|ground-source|ground-shapes|patient-source)|node_modules\/(pmtiles|pbf|@mapbox\/vector-tile|@mapbox\/point-geometry)\//,
    outside: ['tiles/basemap.pmtiles', 'tiles/block-numbers.pmtiles', 'tiles/basemap.LICENSE.txt'],
    offline: 'when-used',
  },
  // A city's whole network: fetched by ranges, where somebody brought one in.
  {
    name: 'network',
    modules: /NearestSewer|i18n\/generated\/network|network-reader|network-ranges|packed-/,
    outside: ['tiles/network/**'],
    offline: 'when-used',
  },
  // Found by address: a ward's file is kept once somebody asked there, and all of them when the page is idle.
  {
    name: 'blocks',
    modules: /^no script of its own$/,
    outside: ['tiles/blocks/**', 'tiles/places-osm.json'],
    offline: 'when-used',
  },
  // Other people's pages keep their own store: the embed, the pages for previews and their pictures are none of this one.
  {
    name: 'embed',
    modules: /src\/embed\/|i18n\/generated\/embed|catalog\/stories/,
    // Style sheets of scripts that no single component begins: the bundler does not say whose they are.
    files: ['Embed', 'Story'],
    outside: ['embed.html', 'embed-origins.json', 'view.css', 'view/**', 'og/**', 'element/**'],
    offline: 'never',
  },
];

/** What Vite knows of a script when it asks for its name. */
interface NamedChunk {
  moduleIds: readonly string[];
  facadeModuleId?: string | null | undefined;
}

/** The part a script belongs to; null for the page's own. */
function partOfChunk({ moduleIds, facadeModuleId }: NamedChunk): Part | null {
  return (
    parts.find(
      ({ modules }) =>
        (facadeModuleId && modules.test(facadeModuleId)) ||
        (moduleIds.length > 0 && moduleIds.every((id) => modules.test(id))),
    ) ?? null
  );
}

/** Pattern of a script's file name, as the bundler takes it. */
export function chunkFileName(chunk: NamedChunk): string {
  return `assets/${prefix(partOfChunk(chunk))}[name]-[hash].js`;
}

/** The same of a style sheet, which is named after the component it comes with, and of any other file. */
export function assetFileName({ originalFileNames }: { originalFileNames: readonly string[] }): string {
  const part = partOfChunk({ moduleIds: [], facadeModuleId: originalFileNames[0] });
  const named = originalFileNames[0]?.endsWith('.svelte') ? part : null;
  return `assets/${prefix(named)}[name]-[hash][extname]`;
}

function prefix(part: Part | null): string {
  return part ? `${part.name}-` : '';
}

/** How the names of a part's files in `assets/` begin. */
function beginningsOf({ name, workers = [], files = [] }: Part): string[] {
  return [name, ...workers].map((whole) => `${whole}-`).concat(files);
}

/** Parts that claim a built file, by its path from the site's root; none: it is the page's own. */
export function partsOfFile(path: string): Part[] {
  const name = /^assets\/(.*)$/.exec(path)?.[1];
  return parts.filter(
    (part) =>
      (name !== undefined && beginningsOf(part).some((beginning) => name.startsWith(beginning))) ||
      part.outside?.some((pattern) =>
        pattern.endsWith('/**') ? path.startsWith(pattern.slice(0, -2)) : path === pattern,
      ),
  );
}

/** Patterns of what is not stored with the page. */
export const notStored: readonly string[] = parts.flatMap((part) => [
  ...beginningsOf(part).map((beginning) => `assets/${beginning}*`),
  ...(part.outside ?? []),
]);

/** Pictures that the system keeps itself, where somebody installs the page as an app. */
export const keptBySystem: readonly string[] = ['icon-512.png'];

/** Scripts, styles and workers that are kept once somebody used them, by their address. */
export const keptWhenUsed = new RegExp(
  `/assets/(?:${alternatives(parts.filter(({ offline }) => offline === 'when-used').flatMap(beginningsOf))})`,
);

/** Workers that compile WebAssembly, by their path from the site's root. */
export const wasmWorkers = new RegExp(
  `^assets/(?:${alternatives(parts.flatMap(({ compilesWasm, workers = [] }) => (compilesWasm ? workers : [])))})-`,
);

function alternatives(texts: readonly string[]): string {
  return texts.map((text) => text.replaceAll('.', '\\.')).join('|');
}

/**
 * Layers that the browser fetches before the worker asks for them: the largest files a report is answered from.
 * @param count how many: more would take the line from the page's own code
 */
export function preloadedLayers(
  catalogue: readonly LayerEntry[],
  manifest: Manifest,
  count = 4,
): LayerEntry[] {
  const bytes = ({ id }: LayerEntry) => manifest.layers[id]?.bytes ?? 0;
  return catalogue
    .filter(({ id, role, optional }) => siteRoles.has(role) && !optional && id in manifest.layers)
    .sort((a, b) => bytes(b) - bytes(a))
    .slice(0, count);
}
