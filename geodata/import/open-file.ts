import { extname, join } from 'node:path';
import { gdalInNode } from '../../src/formats/node/gdal-in-node.js';
import {
  companionsOf,
  fileSource,
  workFolder,
  writePieces,
  type FileSource,
} from '../../src/formats/node/node-files.js';
import { openFiles, type OpenedFiles, type OpenFilesOptions } from './open-files.js';

/** Opens whatever a path of the disk holds: a single file, a .shp with its parts, or a zip of such. @throws ReadFailure */
export async function openFile(
  path: string,
  options: Pick<OpenFilesOptions, 'crs' | 'encoding'>,
): Promise<OpenedFiles> {
  const sources: FileSource[] = [];
  const folder = await workFolder();
  const release = async () => {
    for (const source of sources.splice(0)) await source.close();
    await folder.remove();
  };
  let kept = 0;
  try {
    sources.push(await fileSource(path));
    for (const beside of await companionsOf(path)) sources.push(await fileSource(beside));
    const opened = await openFiles([...sources], {
      ...options,
      startGdal: () => gdalInNode(),
      // Under plain names: an entry's path is never used as a path.
      keep: async (name, bytes) => {
        const to = join(folder.path, `entry${++kept}${extname(name)}`);
        await writePieces(to, bytes);
        const source = await fileSource(to);
        sources.push(source);
        return { ...source, name };
      },
    });
    const close = async () => {
      await opened.close();
      await release();
    };
    return { ...opened, close };
  } catch (error) {
    await release();
    throw error;
  }
}
