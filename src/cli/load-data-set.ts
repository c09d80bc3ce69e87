import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { placesDocumentId } from '../catalog/block-files.js';
import { catalogue } from '../catalog/layers.js';
import { cityOf } from '../catalog/cities.js';
import { city } from '../catalog/city.js';
import type { ReadFile } from '../service/read-file.js';
import { Service } from '../service/service.js';
import { Failure, type CommandIo } from './command.js';

export const tilesFolder = fileURLToPath(new URL('../../public/tiles', import.meta.url));

/** Reads the built data from a folder; the command line never touches the network. */
const folderReader =
  (folder: string): ReadFile =>
  async (name) => {
    try {
      return { ok: true, bytes: new Uint8Array(await readFile(join(folder, name))) };
    } catch (error) {
      const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
      return { ok: false, reason: missing ? 'missing' : String(error) };
    }
  };

/** The data, loaded and verified. Damaged layers are named on stderr; without a manifest there is nothing to do. */
export async function loadDataSet(folder: string, { say }: Pick<CommandIo, 'say'>): Promise<Service> {
  const service = new Service(city, catalogue);
  const [result] = await Promise.all([service.load(folderReader(folder)), service.loadSharedAreas()]);
  if (!result.ok) throw new Failure(`${folder}: ${result.reason} (build the data: npm run data)`);
  const { pack } = result.manifest;
  if (pack !== city.id && cityOf(pack))
    throw new Failure(
      `${folder}: the data of ${pack}, not of ${city.id} (build the data: CITY=${city.id} npm run data)`,
    );
  const places = await service.loadNamedPlaces();
  const failures = {
    ...result.failures,
    ...(places !== null && { [placesDocumentId]: places }),
    ...(await service.loadAllBlocks()),
  };
  for (const [layer, reason] of Object.entries(failures)) say(`warning: ${layer}: ${reason}`);
  return service;
}
