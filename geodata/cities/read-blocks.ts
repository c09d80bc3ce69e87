import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { blockRowSchema, type BlockRow } from '../recipes/blocks.js';
import { rowsOfText } from '../tables/read-rows.js';

/**
 * Points of blocks 街区 from a city's folder: ward, town, number, position.
 * @param file a CSV packed with gzip
 * @throws naming file and line when a row does not keep its schema
 */
export function readBlocks(file: URL): BlockRow[] {
  const name = file.pathname.split('/').slice(-2).join('/');
  return rowsOfText(gunzipSync(readFileSync(file)).toString('utf8'), name, blockRowSchema);
}
