import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A proxy before the server of the pages: what goes through it can be changed, slowed, or made a newer version. */
export interface FaultProxy {
  origin: string;
  /** From now on these files are answered with this, by path (`/tiles/…`); the service worker stays as it was. */
  change(files: ReadonlyMap<string, Buffer>): void;
  /** A newer version: these files, and a service worker that stores them. */
  publish(files: ReadonlyMap<string, Buffer>): void;
  /** Files whose path matches come at so many bytes a second after a wait; null: at full speed again, those under way too. */
  slow(line: { path: RegExp; bytesPerSecond: number; waitMilliseconds: number } | null): void;
  close(): Promise<void>;
}

/** @param behind the server the pages come from */
export async function openFaultProxy(behind: string): Promise<FaultProxy> {
  const changed = new Map<string, Buffer>();
  const published = new Map<string, Buffer>();
  let line: Parameters<FaultProxy['slow']>[0] = null;
  const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', behind);
    const answer = async () => {
      const there = await fetch(new URL(request.url ?? '/', behind));
      let body = changed.get(pathname) ?? Buffer.from(await there.arrayBuffer());
      if (pathname === '/sw.js') body = renewed(body, published);
      response.writeHead(there.status, {
        'content-type': there.headers.get('content-type') ?? 'application/octet-stream',
        'cache-control': 'no-cache',
      });
      if (line?.path.test(pathname)) await pause(line.waitMilliseconds);
      // A tenth of a second's worth at a time.
      for (let at = 0; at < body.length;) {
        const bytes = line?.path.test(pathname) ? Math.ceil(line.bytesPerSecond / 10) : body.length;
        response.write(body.subarray(at, at + bytes));
        at += bytes;
        if (at < body.length) await pause(100);
      }
      response.end();
    };
    answer().catch(() => response.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    change(files) {
      for (const [path, body] of files) changed.set(path, body);
    },
    publish(files) {
      for (const [path, body] of files) {
        changed.set(path, body);
        published.set(path, body);
      }
    },
    slow: (next) => (line = next),
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(() => done()));
    },
  };
}

/** The service worker as a build with these files would have it. */
function renewed(script: Buffer, files: ReadonlyMap<string, Buffer>): Buffer {
  if (files.size === 0) return script;
  let text = script.toString();
  for (const [path, body] of files) {
    const sum = (kind: string, form: 'hex' | 'base64') => createHash(kind).update(body).digest(form);
    const entry = new RegExp(`(url:"${path.slice(1)}",revision:")[^"]*(",integrity:")[^"]*`);
    if (!entry.test(text)) throw new Error(`the service worker does not store ${path}`);
    text = text.replace(entry, `$1${sum('md5', 'hex')}$2sha256-${sum('sha256', 'base64')}`);
  }
  return Buffer.from(`${text}\n// newer`);
}
