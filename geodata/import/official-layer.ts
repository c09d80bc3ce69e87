import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LayerCollection } from './layer-collection.js';
import { importLayerIds, type ImportLayer } from './layers.js';
import { asCollection, parseOfficial, type OfficialFile } from './official-file.js';

/** Where imported layers are kept as inputs of the build. */
export const officialFolder = join(import.meta.dirname, '..', 'official');

/** Where changes of the data are made, one at a time, before they take the old files' place. */
export const workFolderOf = (official: string): string => join(official, '.work');

const isImportLayer = (id: string): id is ImportLayer => (importLayerIds as readonly string[]).includes(id);

/** The imported file of a layer with its record, or null when nothing was imported. Throws when it is damaged. */
export function readOfficialFile(id: string, folder = officialFolder): OfficialFile | null {
  if (!isImportLayer(id)) return null;
  const path = join(folder, `${id}.geojson`);
  return existsSync(path) ? parseOfficial(readFileSync(path, 'utf8'), path) : null;
}

/** Imported features of a layer, or null when the constructed ones stand. */
export function officialLayer(id: string, folder = officialFolder): LayerCollection | null {
  const file = readOfficialFile(id, folder);
  return file ? asCollection(file) : null;
}
