import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { networkFolder, networkSchema, type Network } from '../../src/catalog/network.js';

/** The network that was imported beside the layers (`import --network`), or null. @throws when its record is damaged */
export function builtNetwork(tilesFolder: string): Network | null {
  const path = join(tilesFolder, networkFolder, 'network.json');
  if (!existsSync(path)) return null;
  return v.parse(networkSchema, JSON.parse(readFileSync(path, 'utf8')));
}
