import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { dist } from './built-files.js';

/** What a changed script leaves behind if it runs, wherever that is. */
export const trace = 'globalThis.ranThoughChanged=true;';

export interface AlteredElements {
  origin: string;
  /** Folder of an element of which this file was changed on the server; null: as built. Ends in `/`. */
  folder(changed: string | null): string;
  close(): void;
}

/** A page of its own origin. A stub laid over an address would not do: browsers keep it from servers of this machine. */
export async function serveHost(body: string, policy: string): Promise<{ origin: string; close(): void }> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('content-security-policy', policy);
    response.end(`<!doctype html>${body}`);
  });
  return listening(server);
}

async function listening(server: Server): Promise<{ origin: string; close(): void }> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Serves the built element many times over, each time with another of its scripts changed, readable from anywhere. */
export async function serveAltered(): Promise<AlteredElements> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://map');
    const [, encoded = '', file = ''] = /^\/altered\/([^/]*)\/element\/([\w./-]+)$/.exec(pathname) ?? [];
    response.setHeader('access-control-allow-origin', '*');
    try {
      const text = readFileSync(join(dist, 'element', file), 'utf8');
      response.setHeader('content-type', file.endsWith('.js') ? 'text/javascript' : 'text/plain');
      response.end(file === decodeURIComponent(encoded) ? trace + text : text);
    } catch {
      response.writeHead(404).end();
    }
  });
  const { origin, close } = await listening(server);
  return {
    origin,
    folder: (changed) => `${origin}/altered/${encodeURIComponent(changed ?? '')}/element/`,
    close,
  };
}
