import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type * as v from 'valibot';
import type { groundFiles } from '../basemap/ground.js';
import { readGroundLayer } from '../basemap/ground.js';
import type { BuiltGround } from '../recipes/city-geometry.js';
import { aliasRowSchema, placeRowSchema, type NamedPlaces } from '../recipes/places-osm.js';
import { blockRowSchema, type BlockRow } from '../recipes/blocks.js';
import { readRows, rowsOfText } from '../tables/read-rows.js';

/**
 * Points of blocks 街区 from a city's folder: ward, town, number, position.
 * @param file a CSV packed with gzip
 * @throws naming file and line when a row does not keep its schema
 */
export function readBlocks(file: URL): BlockRow[] {
  return packedRows(file, blockRowSchema);
}

/** Named places and their other names, from a city's `ground-osm/`. @throws like `readBlocks` */
export function readNamedPlaces(folder: URL): Pick<NamedPlaces, 'rows' | 'aliases'> {
  return {
    rows: packedRows(new URL('places.csv.gz', folder), placeRowSchema),
    aliases: readRows(new URL('aliases.csv', folder), aliasRowSchema),
  };
}

/**
 * Where people have built, and where not, by a city's extracts of OpenStreetMap.
 * @param folder `ground-osm/`, with a slash at its end
 * @throws naming the file that is not of its form
 */
export function readBuiltGround(folder: URL): BuiltGround {
  const parts = (layer: keyof typeof groundFiles, kinds: ReadonlySet<string>) =>
    readGroundLayer(folder, layer).flatMap((group) => (kinds.has(group.tags.kind) ? group.parts : []));
  return {
    streets: parts('streets', new Set(['minor'])).flat(),
    buildings: parts('buildings', new Set(['building'])),
    used: parts('use', new Set(['school', 'hospital', 'industrial', 'commercial', 'military', 'railway'])),
    open: [
      ...parts('cover', new Set(['wood', 'farmland', 'sand', 'wetland'])),
      ...parts('water', new Set(['river', 'lake'])),
    ],
  };
}

function packedRows<Schema extends v.GenericSchema>(file: URL, schema: Schema): v.InferOutput<Schema>[] {
  const name = file.pathname.split('/').slice(-2).join('/');
  return rowsOfText(gunzipSync(readFileSync(file)).toString('utf8'), name, schema);
}
