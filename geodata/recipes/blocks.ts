import * as v from 'valibot';
import {
  accuracyStepMeters,
  packBlocks,
  type Block,
  type BlockDocument,
} from '../../src/catalog/block-document.js';
import { EdgeIndex } from '../../src/geometry/edge-index.js';
import { distanceMeters } from '../../src/geometry/measure.js';
import type { Position } from '../../src/geometry/position.js';
import { placeKey } from '../../src/search/place-key.js';
import { number, text } from './cells.js';
import type { Credit } from './city-facts.js';

/** One point of a block 街区 (of a 大字: a lot 地番); a block may have several. */
export const blockRowSchema = v.object({
  ward: text,
  town: text,
  block: v.pipe(v.string(), v.regex(/^[1-9]\d{0,4}$/), v.transform(Number)),
  longitude: number,
  latitude: number,
});
export type BlockRow = v.InferOutput<typeof blockRowSchema>;

/** A town that blocks are found for. */
export interface BlockTown {
  id: string;
  name: string;
  nameEn: string;
  ward: string;
  /** 丁目, 町, 大字 or 小字 */
  kind: string;
}

export interface BlockFiles {
  /** One document a ward that has blocks, by the ward's name. */
  documents: Map<string, BlockDocument>;
  /** Points that belong to no town of the city, by the ward and town they were written with: how many. */
  leftOut: Map<string, number>;
}

/**
 * A point written under another ward is its town's when one of the town's own points is nearer: the source puts a block
 * on a ward border under either ward. 別府二丁目 of a neighbour town is kilometres off and not ours.
 */
const sameTownMeters = 300;
/** Nearer points are one place: their spacing says nothing of a block's size. */
const samePlaceMeters = 5;
const leastAccuracyMeters = 30;
/**
 * Of the mean distance to the four nearest blocks. Measured on the addresses of shelters, which come from another
 * source: 0.9 of it holds nine of ten (test/geodata/recipes/blocks.test.ts).
 */
const shareOfSpacing = 0.9;
const neighbourCount = 4;

/** 大字 apart, spelling apart (ヶ, ケ, 檜): the name a town and its block points share. */
const townKey = (name: string) => placeKey(name.replace(/^大字/, ''));
const isOaza = (name: string) => name.startsWith('大字');
const positionOf = ({ longitude, latitude }: BlockRow): Position => [longitude, latitude];

/** Puts every point to the town it belongs to. */
function rowsByTown(towns: readonly BlockTown[], rows: readonly BlockRow[]) {
  const named = new Map<string, BlockTown[]>();
  for (const town of towns) {
    const key = townKey(town.name);
    named.set(key, [...(named.get(key) ?? []), town]);
  }
  // Of two towns of one name the 大字 is meant where it is written, otherwise never a hamlet 小字.
  const rank = (town: BlockTown, row: BlockRow) =>
    (isOaza(town.name) === isOaza(row.town) ? 0 : 1) + (town.kind === '小字' ? 2 : 0);
  const found = new Map<BlockTown, BlockRow[]>();
  const strays: BlockRow[] = [];
  const add = (town: BlockTown, row: BlockRow) => {
    const known = found.get(town);
    if (known) known.push(row);
    else found.set(town, [row]);
  };
  for (const row of rows) {
    const here = (named.get(townKey(row.town)) ?? []).filter(({ ward }) => ward === row.ward);
    const [town] = here.sort((a, b) => rank(a, row) - rank(b, row));
    if (town) add(town, row);
    else strays.push(row);
  }
  const leftOut = new Map<string, number>();
  const own = new Map([...found].map(([town, members]) => [town, [...members]]));
  for (const row of strays) {
    const near = (named.get(townKey(row.town)) ?? [])
      .map((town) => ({
        town,
        meters: Math.min(
          Infinity,
          ...(own.get(town) ?? []).map((other) => distanceMeters(positionOf(row), positionOf(other))),
        ),
      }))
      .sort((a, b) => a.meters - b.meters)[0];
    if (near && near.meters <= sameTownMeters) add(near.town, row);
    else {
      const name = `${row.ward}${row.town}`;
      leftOut.set(name, (leftOut.get(name) ?? 0) + 1);
    }
  }
  return { found, leftOut };
}

/** Of several points the one nearest to their mean, and how far the others lie from it. */
function middleOf(points: readonly Position[]): { position: Position; spreadMeters: number } {
  const mean: Position = [
    points.reduce((sum, [x]) => sum + x, 0) / points.length,
    points.reduce((sum, [, y]) => sum + y, 0) / points.length,
  ];
  const away = points.map((point) => distanceMeters(point, mean));
  const position = points[away.indexOf(Math.min(...away))] as Position;
  return { position, spreadMeters: Math.max(...points.map((point) => distanceMeters(point, position))) };
}

/** Mean distance from a place to the nearest blocks elsewhere. */
function spacingAt(positions: readonly Position[]): (position: Position) => number {
  const distinct = [...new Map(positions.map((position) => [String(position), position])).values()];
  const index = new EdgeIndex(distinct.flatMap(([x, y]) => [x, y, x, y]));
  const owners = distinct.map((_, at) => at);
  return (position) => {
    const near = index
      .nearestOwners(position, neighbourCount + 2, owners)
      .filter(({ meters }) => meters > samePlaceMeters)
      .slice(0, neighbourCount);
    return near.reduce((sum, { meters }) => sum + meters, 0) / Math.max(1, near.length);
  };
}

/**
 * Packs the blocks of a city, a document a ward: pure, same input → same output.
 * A block's accuracy is reasoned from its size: how far its own points lie apart, and how far its neighbours are.
 */
export function buildBlocks(
  towns: readonly BlockTown[],
  rows: readonly BlockRow[],
  { source, asOf }: Credit,
): BlockFiles {
  const { found, leftOut } = rowsByTown(towns, rows);
  const placed = [...found].map(([town, members]) => {
    const byNumber = new Map<number, Position[]>();
    for (const row of members) {
      const known = byNumber.get(row.block);
      if (known) known.push(positionOf(row));
      else byNumber.set(row.block, [positionOf(row)]);
    }
    const blocks = [...byNumber].map(([block, points]) => ({ block, ...middleOf(points) }));
    return { town, blocks: blocks.sort((a, b) => a.block - b.block) };
  });
  const spacing = spacingAt(placed.flatMap(({ blocks }) => blocks.map(({ position }) => position)));
  const documents = new Map<string, BlockDocument>();
  for (const { town, blocks } of placed.sort((a, b) => (a.town.id < b.town.id ? -1 : 1))) {
    const document = documents.get(town.ward) ?? {
      version: 1,
      ward: town.ward,
      asOf,
      source,
      count: 0,
      towns: [],
    };
    documents.set(town.ward, document);
    const packed = packBlocks(
      blocks.map(({ block, position, spreadMeters }): Block => {
        const meters = shareOfSpacing * spacing(position) + spreadMeters;
        // Rounded up: never better than it is.
        const steps = Math.ceil(Math.max(leastAccuracyMeters, meters) / accuracyStepMeters);
        return { number: block, position, accuracyMeters: steps * accuracyStepMeters };
      }),
    );
    document.count += blocks.length;
    document.towns.push([town.id, town.name, town.nameEn, isOaza(town.name) ? 1 : 0, packed]);
  }
  return { documents, leftOut };
}
