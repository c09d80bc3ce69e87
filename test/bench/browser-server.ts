import { createReadStream, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname } from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html',
  '.mjs': 'text/javascript',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.geojson': 'application/geo+json',
};

/** Files by address, with ranges, isolated so that the browser tells how much memory the page and its workers hold. */
export function serveFiles(
  fileOf: (path: string) => string | null,
  textOf: (path: string) => string | null,
): Promise<Server> {
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const headers = {
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'content-type': types[extname(path)] ?? (path === '/' ? 'text/html' : 'application/octet-stream'),
      'accept-ranges': 'bytes',
    };
    const text = textOf(path);
    if (text !== null) {
      response.writeHead(200, headers).end(text);
      return;
    }
    const file = fileOf(path);
    const size = file === null ? null : (statSync(file, { throwIfNoEntry: false })?.size ?? null);
    if (file === null || size === null) {
      response.writeHead(404).end();
      return;
    }
    const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
    const [start, end] = range
      ? [Number(range[1]), Math.min(size - 1, Number(range[2] || size - 1))]
      : [0, size - 1];
    response.writeHead(range ? 206 : 200, {
      ...headers,
      'content-length': end - start + 1,
      ...(range && { 'content-range': `bytes ${start}-${end}/${size}` }),
    });
    createReadStream(file, { start, end }).pipe(response);
  });
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)));
}
