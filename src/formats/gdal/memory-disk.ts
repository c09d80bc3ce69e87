import { wholeOf } from '../byte-source.js';
import type { Gdal3 } from './gdal3.js';
import type { GdalDisk } from './gdal-port.js';

const pieceBytes = 1 << 20;
let folders = 0;

/** GDAL's own memory as its disk: a browser's worker has no other. */
export function memoryDisk({ Module: { FS } }: Gdal3): GdalDisk {
  return {
    place: async (files) => {
      const folder = `/input/read${++folders}`;
      FS.mkdir(folder);
      const remove = () => {
        for (const name of FS.readdir(folder))
          if (name !== '.' && name !== '..') FS.unlink(`${folder}/${name}`);
        FS.rmdir(folder);
        return Promise.resolve();
      };
      try {
        for (const [extension, source] of files)
          FS.writeFile(`${folder}/input.${extension}`, await wholeOf(source));
      } catch (error) {
        await remove();
        throw error;
      }
      return { folder, remove };
    },
    async *take({ local }) {
      // A copy: the engine's memory may move while the next file is written.
      const bytes = FS.readFile(local).slice();
      FS.unlink(local);
      for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
    },
  };
}
