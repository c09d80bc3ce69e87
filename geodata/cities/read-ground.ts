import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type * as v from 'valibot';
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

function packedRows<Schema extends v.GenericSchema>(file: URL, schema: Schema): v.InferOutput<Schema>[] {
  const name = file.pathname.split('/').slice(-2).join('/');
  return rowsOfText(gunzipSync(readFileSync(file)).toString('utf8'), name, schema);
}
