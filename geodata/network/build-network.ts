import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Network } from '../../src/catalog/network.js';
import { unitsPerDegree } from '../../src/geometry/packed-header.js';
import type { BoundingBox } from '../../src/geometry/position.js';
import type { Exchange } from '../disk/journal.js';
import { LinePacker, type LineToPack } from './pack-lines.js';
import { LineWriter } from './line-writer.js';
import type { Grade } from './network-feature.js';
import { firstZoom, writeTiles, type TilePart } from './write-tiles.js';

/** One thing of a network on its way into tiles and index. */
export type NetworkItem =
  | { layer: 'sewers'; line: LineToPack; grade: Grade }
  | { layer: 'manholes' | 'inlets'; position: readonly number[] };

export type NetworkMetadata = Pick<Network, 'source' | 'asOf' | 'accuracyMeters'>;

const partNames = ['trunks', 'mains', 'branches', 'manholes', 'inlets'] as const;
type PartName = (typeof partNames)[number];
const partOfGrade: Record<Grade, PartName> = { trunk: 'trunks', main: 'mains', branch: 'branches' };
/** What is drawn from which zoom on. */
const minZooms: Record<PartName, number> = {
  trunks: firstZoom,
  mains: 12,
  branches: 14,
  manholes: 15,
  inlets: 16,
};

/**
 * Writes tiles, packed lines and `network.json` into `folder`, which is made. Reads the items once; what is kept in
 * memory is numbers. Whatever is half written when it fails is the caller's to take away: see `exchangeFiles`.
 * @throws Error when GDAL cannot write the tiles, or there is no line
 */
export async function buildNetwork(
  items: Iterable<NetworkItem> | AsyncIterable<NetworkItem>,
  about: NetworkMetadata,
  folder: string,
): Promise<Network> {
  await mkdir(folder, { recursive: true });
  const { parts, counts, packer, bbox } = await sort(items, folder);
  if (counts.sewers === 0) throw new Error('there is no line in it');
  const [tiles, lines] = [join(folder, 'network.pmtiles'), join(folder, 'network.lines')];
  await writeFile(lines, packer.pack());
  await writeTiles(parts, tiles);
  const network: Network = {
    tiles: { file: 'network/network.pmtiles', bytes: (await stat(tiles)).size },
    lines: { file: 'network/network.lines', bytes: (await stat(lines)).size },
    counts,
    bbox,
    ...about,
  };
  for (const part of parts) await rm(part.path);
  await writeFile(join(folder, networkRecord), `${JSON.stringify(network, null, 2)}\n`);
  return network;
}

/** Says what the others are; moved into place after them. */
const networkRecord = 'network.json';
export const networkFiles = ['network.pmtiles', 'network.lines', networkRecord];

/** A network's files from one folder to another's place. */
export function exchangeOfNetwork(from: string, folder: string): Exchange {
  const moves = networkFiles.map((name) => ({ from: join(from, name), to: join(folder, name) }));
  return { moves, removes: [] };
}

/** A network's files taken away. */
export const removalOfNetwork = (folder: string): Exchange => ({
  moves: [],
  removes: [...networkFiles].reverse().map((name) => join(folder, name)),
});

/** Each item to its zoom's file and, if it is a line, into the index. */
async function sort(items: Iterable<NetworkItem> | AsyncIterable<NetworkItem>, work: string) {
  const pathOf = (name: PartName) => join(work, `${name}.geojsonl`);
  const writers = new Map(partNames.map((name) => [name, new LineWriter(pathOf(name))]));
  const packer = new LinePacker();
  const counts = { sewers: 0, manholes: 0, inlets: 0 };
  const box = new GrowingBox();
  for await (const item of items) {
    counts[item.layer]++;
    if (item.layer === 'sewers') {
      packer.add(item.line);
      for (const position of item.line.coordinates) box.add(position);
      await writers.get(partOfGrade[item.grade])?.write(drawnLine(item.line, item.grade));
    } else {
      await writers.get(item.layer)?.write(feature({}, 'Point', item.position));
    }
  }
  for (const writer of writers.values()) await writer.close();
  const parts = partNames.map((name): TilePart => {
    const layer = name === 'manholes' || name === 'inlets' ? name : 'sewers';
    return { name, path: pathOf(name), layer, minZoom: minZooms[name] };
  });
  return { parts, counts, packer, bbox: box.sides };
}

/** With the attributes that are drawn by; everything else is asked of the packed lines. */
function drawnLine({ kind, diameterMillimeters, coordinates }: LineToPack, grade: Grade): string {
  return feature({ kind, grade, diameterMillimeters }, 'LineString', coordinates);
}

const feature = (properties: object, type: string, coordinates: unknown) =>
  JSON.stringify({ type: 'Feature', properties, geometry: { type, coordinates } });

class GrowingBox {
  sides: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];

  add([x = Number.NaN, y = Number.NaN]: readonly number[]): void {
    const [west, south, east, north]: BoundingBox = this.sides;
    const [roundX, roundY] = [x, y].map(
      (degrees) => Math.round(degrees * unitsPerDegree) / unitsPerDegree,
    ) as [number, number];
    this.sides = [
      Math.min(west, roundX),
      Math.min(south, roundY),
      Math.max(east, roundX),
      Math.max(north, roundY),
    ];
  }
}

/** From its width, where a file does not say: what a city calls a trunk begins at about a metre and a half. */
export function gradeOfWidth(diameterMillimeters: number | null): Grade {
  if (diameterMillimeters === null || diameterMillimeters < 600) return 'branch';
  return diameterMillimeters < 1500 ? 'main' : 'trunk';
}
