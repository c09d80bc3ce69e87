/** The stand-in city at ×0.1, ×1 and ×10: what grows, and by how much. */
import { nearestPointOnLine } from '@turf/turf';
import Flatbush from 'flatbush';
import type { Feature, LineString } from 'geojson';
import { around } from 'geoflatbush';
import { standInItems } from '../../geodata/network/stand-in.js';
import { LinePacker } from '../../geodata/network/pack-lines.js';
import { readPackedHeader } from '../../src/geometry/packed-header.js';
import { PackedLines } from '../../src/geometry/packed-lines.js';
import { growthExponent, microseconds, milliseconds, randomNumbers } from './measure.js';

type Position = [number, number];

export interface CityScale {
  scale: number;
  lines: number;
  vertices: number;
  fileBytes: number;
  /** Milliseconds of processor time. */
  generateAndPack: number;
  open: number;
  /** Microseconds a question. */
  nearest: number;
  nearestGeoflatbush: number;
  nearestTurf: number | null;
  box: number;
  boxLoop: number | null;
  /** Lines in the box at the median. */
  inBox: number;
}

/** turf goes through every line for every question: beyond this many it is a matter of minutes. */
const linesForTurf = 30_000;

export function cityScale(scale: number): CityScale {
  let packer = new LinePacker();
  let lines: Feature<LineString>[] | null = [];
  const generateAndPack = milliseconds(() => {
    packer = new LinePacker();
    for (const item of standInItems({ seed: 1, scale })) if (item.layer === 'sewers') packer.add(item.line);
  }, 1);
  let file: Uint8Array = new Uint8Array(0);
  const pack = milliseconds(() => (file = packer.pack()), 1);
  for (const item of standInItems({ seed: 1, scale })) {
    if (item.layer !== 'sewers') continue;
    if (lines && lines.length < linesForTurf)
      lines.push({
        type: 'Feature',
        properties: {},
        geometry: { type: 'LineString', coordinates: item.line.coordinates.map((each) => [...each]) },
      });
    else lines = null;
  }
  const open = milliseconds(() => opened(file), 3);
  const packed = opened(file);
  const { vertices, lines: records, levels } = packed.header;

  const random = randomNumbers(7);
  const reach = 0.06 * Math.sqrt(scale);
  const positions = Array.from({ length: 4000 }, (): Position => [
    130.4 + (random() - 0.5) * 2 * reach,
    33.58 + (random() - 0.5) * 2 * reach,
  ]);
  const boxAt = ([x, y]: Position) => [x - 0.0011, y - 0.0009, x + 0.0011, y + 0.0009] as const;
  const found = positions.map((position) => {
    const answer = packed.inBox(boxAt(position));
    return answer.ok ? answer.value.length : 0;
  });
  found.sort((a, b) => a - b);

  // geoflatbush over the very same boxes: which box is nearest, not which line.
  const leaves = levels.at(-1) ?? { firstWord: 0, count: 0 };
  const words = bodyOf(file);
  const tree = new Flatbush(leaves.count);
  for (let i = 0; i < leaves.count; i++) {
    const side = (which: number) => (words[leaves.firstWord + i * 4 + which] as number) / 1e7;
    tree.add(side(0), side(1), side(2), side(3));
  }
  tree.finish();
  const [nearest = NaN, nearestGeoflatbush = NaN, box = NaN] = microseconds(
    positions,
    [
      (position: Position) => packed.nearest(position),
      ([x, y]: Position) => around(tree, x, y, 1),
      (position: Position) => packed.inBox(boxAt(position)),
    ],
    { rounds: 5 },
  );
  const few = positions.slice(0, 3);
  const all = lines;
  const [nearestTurf = null, boxLoop = null] = all
    ? microseconds(
        few,
        [
          (position: Position) => Math.min(...distances(all, position)),
          (position: Position) => {
            const [west, south, east, north] = boxAt(position);
            return all.filter(({ geometry }) =>
              geometry.coordinates.some(
                ([x = 0, y = 0]) => x >= west && x <= east && y >= south && y <= north,
              ),
            );
          },
        ],
        { rounds: 1, batch: 1 },
      )
    : [];
  return {
    scale,
    lines: records.count,
    vertices: vertices.count,
    fileBytes: file.length,
    generateAndPack: generateAndPack + pack,
    open,
    nearest,
    nearestGeoflatbush,
    nearestTurf,
    box,
    boxLoop,
    inBox: found[found.length >> 1] ?? 0,
  };
}

/** Growth exponents between two sizes: 0 = does not grow, 1 = grows with the data. */
export function growthOf(smaller: CityScale, larger: CityScale) {
  const of = (pick: (each: CityScale) => number) =>
    growthExponent(pick(smaller), pick(larger), larger.scale / smaller.scale);
  return {
    fileBytes: of(({ fileBytes }) => fileBytes),
    generateAndPack: of(({ generateAndPack }) => generateAndPack),
    nearest: of(({ nearest }) => nearest),
    nearestGeoflatbush: of(({ nearestGeoflatbush }) => nearestGeoflatbush),
    box: of(({ box }) => box),
  };
}

function* distances(lines: readonly Feature<LineString>[], position: Position): Generator<number> {
  for (const line of lines)
    yield nearestPointOnLine(line, position, { units: 'meters' }).properties.pointDistance;
}

function opened(file: Uint8Array): PackedLines {
  const head = readPackedHeader(file);
  if (!head.ok) throw new Error(head.problem);
  return new PackedLines(head.header, new Int32Array(file.buffer, head.bodyStart));
}

function bodyOf(file: Uint8Array): Int32Array {
  const head = readPackedHeader(file);
  if (!head.ok) throw new Error(head.problem);
  return new Int32Array(file.buffer, head.bodyStart);
}
