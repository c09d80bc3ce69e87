import { createRequire } from 'node:module';
import { createReadStream, mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { asGdal3, gdalEnvironment, type Gdal3 } from '../gdal/gdal3.js';
import { gdalPort, type GdalDisk, type GdalPort } from '../gdal/gdal-port.js';
import { placeSource, workFolder } from './node-files.js';
import { sweep, temporaryName, untilFinished } from './temporary.js';

let started: Promise<Gdal3> | null = null;
let folders = 0;
let said: string[] = [];

/** What GDAL complained about since last asked. */
export function complaints(): string {
  const told = said.filter((line) => line !== '').join('; ');
  said = [];
  return told;
}

/**
 * The library itself, for those who write files; started once a process (40 MB, half a second). Its output folder is
 * fixed at the start, so it is one of our own and goes when the process does.
 */
export function gdal3(): Promise<Gdal3> {
  started ??= start();
  return started;
}

async function start(): Promise<Gdal3> {
  const { default: initGdalJs } = await import('gdal3.js/node');
  const home = dirname(createRequire(import.meta.url).resolve('gdal3.js/node'));
  sweep(tmpdir());
  const output = join(tmpdir(), temporaryName('gdal'));
  mkdirSync(output, { mode: 0o700 });
  untilFinished(output);
  return asGdal3(
    await initGdalJs({
      // gdal3.js prefixes this with `./`: an absolute path would be looked for below the working folder.
      path: relative(process.cwd(), join(home, 'dist', 'package')),
      dest: output,
      env: gdalEnvironment,
      logHandler: () => undefined,
      errorHandler: (message) => said.push(message.trim()),
    }),
  );
}

/** Folders of the real disk, each shown to GDAL alone: what lies beside them, GDAL cannot name. */
function folderDisk({ Module: { FS, NODEFS } }: Gdal3): GdalDisk {
  return {
    place: async (files) => {
      const real = await workFolder();
      const folder = `/read${++folders}`;
      try {
        for (const [extension, source] of files)
          await placeSource(source, join(real.path, `input.${extension}`));
        FS.mkdir(folder);
        FS.mount(NODEFS, { root: real.path }, folder);
      } catch (error) {
        await real.remove();
        throw error;
      }
      const remove = async () => {
        FS.unmount(folder);
        FS.rmdir(folder);
        await real.remove();
      };
      return { folder, remove };
    },
    async *take({ real }) {
      try {
        for await (const piece of createReadStream(real)) if (piece instanceof Uint8Array) yield piece;
      } finally {
        await rm(real, { force: true });
      }
    },
  };
}

/** GDAL on files of the disk, started on first use. */
export async function gdalInNode(): Promise<GdalPort> {
  const engine = await gdal3();
  return gdalPort(engine, folderDisk(engine));
}
