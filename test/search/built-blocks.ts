import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readBlockDocument, type TownBlocks } from '../../src/catalog/block-document.js';
import type { BlockLookup } from '../../src/search/blocks.js';

const folder = join(import.meta.dirname, '../../public/tiles/blocks');

/** The built blocks of the whole city, by town. */
export const builtBlocks: ReadonlyMap<string, TownBlocks & { ward: string }> = new Map(
  readdirSync(folder).flatMap((name) => {
    const read = readBlockDocument(JSON.parse(readFileSync(join(folder, name), 'utf8')));
    if (!read.ok) throw new Error(`${name}: ${read.reason}`);
    const { ward, towns } = read.ward;
    return towns.map((town) => [town.town, { ...town, ward }] as const);
  }),
);

export const lookUp: BlockLookup = (town) => builtBlocks.get(town) ?? 'none';
