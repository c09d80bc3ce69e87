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
  /**
   * Of files whose path matches only this much comes, and then nothing for as long as the connection lives. null: the
   * server has recovered; what hangs goes on hanging.
   */
  silent(files: { path: RegExp; after: 'nothing' | 'headers' | 'half' } | null): void;
  /** Paths that were asked for, in order. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/**
 * @param behind the server the pages come from
 * @param silenceSeconds what its pages are told to take for silence (docs/reliability.md)
 */
export async function openFaultProxy(behind: string, silenceSeconds?: number): Promise<FaultProxy> {
  const changed = new Map<string, Buffer>();
  const published = new Map<string, Buffer>();
  let line: Parameters<FaultProxy['slow']>[0] = null;
  let silence: Parameters<FaultProxy['silent']>[0] = null;
  const asked: string[] = [];
  const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', behind);
    asked.push(pathname);
    const hangs = silence?.path.test(pathname) ? silence.after : null;
    if (hangs === 'nothing') return;
    const answer = async () => {
      const there = await fetch(new URL(request.url ?? '/', behind));
      let body = changed.get(pathname) ?? Buffer.from(await there.arrayBuffer());
      if (pathname === '/sw.js') body = renewed(body, published);
      if (silenceSeconds !== undefined && there.headers.get('content-type')?.includes('text/html'))
        body = impatient(body, silenceSeconds);
      response.writeHead(there.status, {
        'content-type': there.headers.get('content-type') ?? 'application/octet-stream',
        'cache-control': 'no-cache',
      });
      if (hangs !== null) {
        response.flushHeaders();
        if (hangs === 'half') response.write(body.subarray(0, body.length / 2));
        return;
      }
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
    silent: (next) => (silence = next),
    asked,
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

/** The page with the setting an operator may give it. */
function impatient(page: Buffer, seconds: number): Buffer {
  const setting = `<meta name="mizumichi-silence" content="${seconds}" />`;
  return Buffer.from(page.toString().replace('<meta charset="utf-8" />', (first) => first + setting));
}
