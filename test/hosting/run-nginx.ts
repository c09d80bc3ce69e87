/** docs/hosting/nginx.conf, run by Debian's nginx on a port of its own. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Where nginx is; undefined where the machine has none. */
export const nginx = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx'].find((path) =>
  existsSync(path),
);
/** To put behind the name of what is skipped without it. */
export const nginxReason = nginx ? '' : ' (skipped: no nginx on this machine; apt-get install nginx-light)';

export interface RunningServer {
  /** Address of the site, ending in `/`. */
  base: string;
  close(): void;
}

/**
 * @param root the folder to serve
 * @param change of the configuration's text, for a test's own sake
 */
export async function runNginx(root: string, change = (text: string) => text): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), 'mizumichi-nginx-'));
  const port = await freePort();
  const base = `http://127.0.0.1:${port}/`;
  const written = readFileSync(resolve(import.meta.dirname, '../../docs/hosting/nginx.conf'), 'utf8');
  const site = change(written)
    .replace('listen 8080;', `listen 127.0.0.1:${port};`)
    .replace('root /srv/mizumichi;', `root ${resolve(root)};`);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join('\n');
  const conf = join(folder, 'nginx.conf');
  writeFileSync(
    conf,
    `daemon off;\nmaster_process off;\npid ${folder}/pid;\nerror_log stderr;\nevents {}\nhttp {\naccess_log off;\n${temporary}\n${site}\n}\n`,
  );
  const server = spawn(nginx as string, ['-c', conf, '-p', folder, '-e', 'stderr'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  server.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = new Promise<never>((_, fail) =>
    server.once('exit', (code) => fail(new Error(`nginx ended with ${code}: ${said}`))),
  );
  ended.catch(() => undefined);
  await Promise.race([answering(base), ended]);
  return {
    base,
    close: () => {
      server.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The configuration for a site under `/map/`, changed where its comments say. */
export function underFolder(text: string): string {
  const changed = text
    .replace(/~\^\(\?<mizumichi_rest>\/\.\*\)\$( +\$mizumichi_rest;) # FOLDER: (\S+)/, '$2$1')
    .replace(/location \/tiles\/ \{ # FOLDER: (\S+)/, 'location $1 {');
  if (changed.split('FOLDER:').length > 1) throw new Error('a line marked FOLDER was not changed');
  return changed;
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Until the first answer; the server's own end is what stops the waiting. */
async function answering(url: string): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    if (
      await fetch(url).then(
        () => true,
        () => false,
      )
    )
      return;
    await new Promise((next) => setImmediate(next));
  }
  throw new Error('no answer');
}
