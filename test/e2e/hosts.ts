/** Pages of other people that embed the map: another origin, a strict policy of their own (test/fixtures/hosts). */
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve, sep } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../..');
const pages = join(root, 'test/fixtures/hosts');
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

export interface Hosts {
  origin: string;
  close(): Promise<void>;
}

/** What docs/embed-element.md tells a strict page to allow, and nothing beyond it. */
export function strictPolicy(map: string): string {
  return [
    "default-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    `script-src 'self' ${map}`,
    "style-src 'self'",
    `connect-src ${map} blob:`,
    `worker-src blob: ${map}`,
    'img-src data: blob:',
    `frame-src ${map}`,
  ].join('; ');
}

/**
 * Builds the pages of the frameworks and serves all host pages on a port of their own.
 * @param map origin the maps come from
 * @param out folder for the bundles of the framework pages
 * @param policy Content-Security-Policy of every page; null for none
 */
export async function startHosts(map: string, out: string, policy = strictPolicy(map)): Promise<Hosts> {
  await build({
    root: pages,
    configFile: false,
    logLevel: 'error',
    plugins: [svelte({ configFile: false })],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: out,
      emptyOutDir: true,
      target: 'es2022',
      rolldownOptions: {
        input: {
          react: join(pages, 'react/main.jsx'),
          vue: join(pages, 'vue/main.js'),
          svelte: join(pages, 'svelte/main.js'),
        },
        output: { entryFileNames: '[name].js' },
      },
    },
  });
  return serveHosts(map, policy, out);
}

/** Serves the host pages that need no framework, or all of them where `out` has their bundles. */
export async function serveHosts(map: string, policy = strictPolicy(map), out = pages): Promise<Hosts> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    void page(pathname, map, out).then(
      (body) => {
        response.setHeader('content-security-policy', policy);
        response.setHeader('content-type', types[extname(pathname)] ?? 'text/html; charset=utf-8');
        response.end(body);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => closed(server) };
}

async function page(path: string, map: string, out: string): Promise<string> {
  const framework = /^\/(react|vue|svelte)\.html$/.exec(path)?.[1];
  const file = path.startsWith('/built/')
    ? inside(out, path.slice('/built/'.length))
    : inside(pages, framework ? 'framework.html' : path.slice(1));
  const text = await readFile(file, 'utf8');
  return text.replaceAll('__MAP__', map).replaceAll('__NAME__', framework ?? '');
}

function inside(folder: string, name: string): string {
  const file = resolve(folder, name);
  if (!file.startsWith(folder + sep)) throw new Error(`${name} lies outside ${folder}`);
  return file;
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => server.close(() => done()));
}
