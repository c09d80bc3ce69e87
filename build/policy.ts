import { elevationTiles, nationalRasters } from '../src/catalog/national.js';
import { nationalSearchUrl } from '../src/search/national.js';
import { basemaps, rasterTiles } from '../src/style/basemap.js';
import { embedPolicy, viewPolicy } from './pages/pages.js';
import { wasmWorkers } from './parts.js';

const originOf = (address: string) => new URL(address.replace(/\{[a-z]\}/g, '0')).origin;
const unique = (addresses: readonly string[]) => [...new Set(addresses.map(originOf))].sort();

/**
 * Everybody this page may ever speak to beside its own server, by what the person has to switch on first. Taken from
 * the catalogue itself: a service that is not listed there is stopped by the browser.
 */
export const servicesAsked = {
  /** Tiles drawn under the layers, once an online base map is chosen. */
  basemap: unique(basemaps.flatMap((id) => rasterTiles[id]?.tiles ?? [])),
  /** Depth at a point and hazard pictures, once national information is switched on. */
  national: unique(nationalRasters.map(({ url }) => url)),
  /** Ground height, with national information. */
  elevation: unique(elevationTiles.map(({ url }) => url)),
  /** The house number of a chosen town, with national information; never the text of the search box. */
  address: unique([nationalSearchUrl('')]),
} as const;

const asked = [...new Set(Object.values(servicesAsked).flat())].sort().join(' ');
const pictures = [...new Set([...servicesAsked.basemap, ...servicesAsked.national])].sort().join(' ');

/** Policies of Trusted Types that may exist: Svelte's own, drawings made here, addresses of workers made here. */
export const trustedTypes =
  "require-trusted-types-for 'script'; trusted-types default svelte-trusted-html mizumichi-drawing";

/** What index.html may load and do. `meta` in the built page, header where the server sends one. */
export const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  `img-src 'self' data: blob: ${pictures}`,
  // blob: label points and imported layers, which the map engine's worker reads from memory.
  `connect-src 'self' blob: ${asked}`,
  "worker-src 'self'",
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  trustedTypes,
].join('; ');

/** A worker takes its policy from the response of its own script, not from the page that starts it. */
const workerPolicy = (scripts: string) =>
  [
    "default-src 'none'",
    `script-src ${scripts}`,
    `connect-src 'self' blob: ${asked}`,
    "worker-src 'self'",
    "base-uri 'none'",
  ].join('; ');

/** For every file. `no-referrer`: not even which page of this site somebody came from. */
const everywhere = {
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'permissions-policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(self), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()',
} as const;

/** Where an answer is no file of the site, an error above all, nothing may be loaded or framed. */
export const errorPolicy = "default-src 'none'; frame-ancestors 'none'";

/**
 * Headers a server should send with a file of the built site. A `meta` cannot say who may frame a page and does not
 * reach workers, so with headers the doors are locked twice.
 * @param path from the site's root, without `?` and `#`: `/`, `/embed.html`, `/assets/file.worker-….js`
 */
export function headersFor(path: string): Record<string, string> {
  const file = path.replace(/^\//, '') || 'index.html';
  const policy = policyFor(file);
  return {
    ...everywhere,
    'cross-origin-resource-policy': meantForOthers.test(file) ? 'cross-origin' : 'same-origin',
    // Whoever opened the page keeps no hold on it. An embed is opened, and spoken to, by others.
    ...(isPage(file) && file !== 'embed.html' ? { 'cross-origin-opener-policy': 'same-origin' } : {}),
    ...(policy === null ? {} : { 'content-security-policy': policy }),
  };
}

/** What other sites show: the embed, data and element, pictures of link previews. */
const meantForOthers = /^(?:tiles\/|element\/|og\/|embed\.html$)/;
const isPage = (file: string) => file.endsWith('.html');

function policyFor(file: string): string | null {
  if (file === 'index.html') return `${pagePolicy}; frame-ancestors 'none'`;
  if (file === 'embed.html') return `${embedPolicy}; frame-ancestors *`;
  // What there is to frame is the embed: a page of a view only holds it.
  if (isPage(file)) return `${viewPolicy}; frame-ancestors 'none'`;
  // The element's files run in other people's pages, under their policies.
  if (file.startsWith('element/') || !file.endsWith('.js')) return null;
  // GDAL is WebAssembly: compiling it is allowed in the two workers that read files of the workbench and imports.
  return wasmWorkers.test(file) ? workerPolicy("'self' 'wasm-unsafe-eval'") : workerPolicy("'self'");
}
