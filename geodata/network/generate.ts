import { ownCityData } from '../cities/cities.js';
import type { Position } from '../../src/geometry/position.js';
import type { NetworkTotals, PipeKind, PipeMaterial } from '../cities/network-totals.js';
import type { NetworkFeature } from './network-feature.js';
import { diameterFor, gradientFor } from './pipe-size.js';
import { Quota } from './quota.js';
import { randomAt } from './random.js';
import {
  along,
  cornersPerBlock,
  metersBetween,
  positionAround,
  StreetGrid,
  type GroundPoint,
} from './street-grid.js';

export interface GenerateOptions {
  seed: number;
  /** 1 = the city's totals; 0.1 and 10 keep its density and shape. */
  scale: number;
  /** Without them the city's own. */
  totals?: NetworkTotals | null;
}

/** Each corner has two streets, each street two pipes: four pipes and four manholes a corner. */
const pipesPerCorner = 4;
/** The head manhole of a street that drains away from a corner stands this far short of it, metres. */
const headGapMeters = 3;
/** Ground falls to the outfall by this much in both directions. */
const groundFall = 0.002;
const shallowestCoverMeters = 1.2;

/**
 * A made-up network of the city's size: NOT a ledger of anything, for measuring only.
 * A jittered street grid in blocks of 16 × 16 corners drains south, along the trunk under each block's last street
 * east to an outfall; every street carries two pipes with a manhole at each end. Lengths, kinds, materials and ages
 * keep the totals and shares that the city's document prints; diameters grow with the streets upstream. The same options give the
 * same network. Memory: two numbers a trunk.
 */
export function* generateNetwork({
  seed,
  scale,
  totals = ownCityData().networkTotals(),
}: GenerateOptions): Generator<NetworkFeature> {
  if (!totals) throw new RangeError('no document of this city prints the totals of its network');
  const corners = Math.round((totals.manholes * scale) / pipesPerCorner);
  if (!(corners >= 1)) throw new RangeError(`scale ${scale} makes no network`);
  const perBlock = cornersPerBlock ** 2;
  const blocks = Math.ceil(corners / perBlock);
  const blocksPerRow = Math.ceil(Math.sqrt(blocks));
  const meanEdge = (totals.pipeKilometers * 1000 * pipesPerCorner) / totals.manholes / 2 + headGapMeters / 2;
  const grid = new StreetGrid(seed, meanEdge, blocksPerRow * cornersPerBlock);
  const maker = new StreetMaker(seed, totals);
  for (let row = 0; row * blocksPerRow < blocks; row++) {
    const trunk: Inflow = { streets: 0, invertMeters: Infinity };
    for (let column = 0; column < blocksPerRow; column++) {
      const first = (row * blocksPerRow + column) * perBlock;
      const count = Math.min(perBlock, corners - first);
      if (count > 0)
        yield* block(grid, maker, { x: column * cornersPerBlock, y: row * cornersPerBlock, count }, trunk);
    }
  }
}

/** What arrives at a corner from upstream. */
interface Inflow {
  streets: number;
  invertMeters: number;
}

/** One block, corner by corner from the north-west, so that what flows in is known before it flows on. */
function* block(
  grid: StreetGrid,
  maker: StreetMaker,
  { x: left, y: top, count }: { x: number; y: number; count: number },
  trunk: Inflow,
): Generator<NetworkFeature> {
  const inflows = Array.from({ length: count + cornersPerBlock + 1 }, (): Inflow => ({
    streets: 0,
    invertMeters: Infinity,
  }));
  // Corners with no other south of them: the trunk. A block cut short has its trunk in two rows.
  const firstOfTrunk = Math.max(0, count - cornersPerBlock);
  join(inflows[firstOfTrunk] as Inflow, trunk);
  let out: Inflow = trunk;
  for (let i = 0; i < count; i++) {
    const [x, y] = [left + (i % cornersPerBlock), top + Math.floor(i / cornersPerBlock)];
    const isTrunk = i >= firstOfTrunk;
    const here = grid.corner(x, y);
    const inflow = inflows[i] as Inflow;
    const ground = groundMeters(here);
    const invert = Math.min(ground - shallowestCoverMeters, inflow.invertMeters);
    const streets = inflow.streets + 2;
    const [east, south] = [grid.corner(x + 1, y), grid.corner(x, y + 1)];
    yield maker.manhole(here, ground, invert);
    // The street that carries the water on, and the one that only drains to this corner.
    const place = { x, y, streets, isTrunk };
    const end = yield* maker.street({ ...place, from: here, to: isTrunk ? east : south, invert });
    yield* maker.headStreet({ ...place, from: isTrunk ? south : east, to: here, invert });
    const next: Inflow = { streets, invertMeters: end };
    if (!isTrunk) join(inflows[i + cornersPerBlock] as Inflow, next);
    else if (i % cornersPerBlock < cornersPerBlock - 1) join(inflows[i + 1] as Inflow, next);
    if (isTrunk) out = next;
  }
  trunk.streets = out.streets;
  trunk.invertMeters = out.invertMeters;
}

function join(into: Inflow, from: Inflow): void {
  into.streets += from.streets;
  into.invertMeters = Math.min(into.invertMeters, from.invertMeters);
}

const groundMeters = ({ east, north }: GroundPoint) => 60 + (north - east) * groundFall;

interface Street {
  x: number;
  y: number;
  streets: number;
  isTrunk: boolean;
  from: GroundPoint;
  to: GroundPoint;
  invert: number;
}

/** Numbers the things and gives them their kind, material, age, inlets and channels by quota. */
class StreetMaker {
  readonly #seed: number;
  readonly #kinds: Quota<PipeKind>;
  readonly #materials: Quota<PipeMaterial>;
  readonly #eras: Quota<number>;
  readonly #channels: Quota<number>;
  readonly #totals: NetworkTotals;
  readonly #place: (point: GroundPoint) => Position;
  readonly #inletsPerPipe: number;
  #inletDebt = 0;
  #pipes = 0;
  #channelCount = 0;
  #manholes = 0;
  #inlets = 0;

  constructor(seed: number, totals: NetworkTotals) {
    this.#seed = seed;
    this.#totals = totals;
    this.#place = positionAround(totals.middle);
    this.#kinds = new Quota(Object.entries(totals.kinds) as [PipeKind, number][]);
    this.#materials = new Quota(Object.entries(totals.materials) as [PipeMaterial, number][]);
    this.#eras = new Quota(totals.eras.map(({ share }, i) => [i, share] as const));
    const channelShare = totals.channelKilometers / totals.pipeKilometers;
    this.#channels = new Quota([
      [1, channelShare],
      [0, 1 - channelShare],
    ]);
    // As many manholes as pipes.
    this.#inletsPerPipe = totals.inlets / totals.manholes;
  }

  manhole(at: GroundPoint, groundMeters: number, invertMeters: number): NetworkFeature {
    return {
      layer: 'manholes',
      properties: {
        id: `M${++this.#manholes}`,
        groundMeters: centimetres(groundMeters),
        invertMeters: centimetres(invertMeters),
      },
      coordinates: this.#place(at),
    };
  }

  /** The street downstream of a corner: two pipes and the manhole between them. @returns the invert at its end */
  *street(street: Street): Generator<NetworkFeature, number> {
    return yield* this.#pipesOf(street, street.from, street.to, street.invert, false);
  }

  /** A street that begins at a manhole of its own, just short of another corner. */
  *headStreet(street: Street): Generator<NetworkFeature, void> {
    const length = metersBetween(street.from, street.to);
    const head = along(street.from, street.to, headGapMeters / length);
    const gradient = gradientFor(200);
    const ground = groundMeters(head);
    const invert = Math.min(
      ground - shallowestCoverMeters,
      street.invert + (length - headGapMeters) * gradient,
    );
    yield this.manhole(head, ground, invert);
    yield* this.#pipesOf({ ...street, streets: 1, isTrunk: false }, head, street.to, invert, true);
  }

  *#pipesOf(
    street: Street,
    from: GroundPoint,
    to: GroundPoint,
    startInvert: number,
    isHead: boolean,
  ): Generator<NetworkFeature, number> {
    const length = metersBetween(from, to);
    const kind = this.#kinds.take(length, (each) => isHead || each !== 'storm');
    const era = this.#totals.eras[this.#eras.take(length)] as NetworkTotals['eras'][number];
    const chance = (purpose: number) =>
      randomAt(this.#seed, street.x * 2 + Number(isHead), street.y, purpose);
    const built = era.from + Math.floor(chance(3) ** 0.4 * (era.to - era.from + 1));
    const diameterMillimeters = diameterFor(street.streets, kind);
    const material = this.#materials.take(length, (each) => suits(each, diameterMillimeters, built));
    const grade = street.isTrunk ? 'trunk' : street.streets >= 24 ? 'main' : 'branch';
    const gradient = gradientFor(diameterMillimeters);
    // 25–50 m between manholes where the street allows it.
    const split = 0.42 + chance(4) * 0.16;
    const bend = (chance(5) - 0.5) * 3;
    const half = along(from, to, split, bend);
    yield this.manhole(half, groundMeters(half), startInvert - length * split * gradient);
    let invert = startInvert;
    for (const [start, end] of [
      [from, half],
      [half, to],
    ] as const) {
      const meters = metersBetween(start, end);
      const next = invert - meters * gradient;
      const id = `P${++this.#pipes}`;
      const line = [start, ...between(start, end, Math.floor(chance(6 + (this.#pipes % 7)) * 3), 0.3), end];
      yield {
        layer: 'sewers',
        properties: {
          id,
          kind,
          grade,
          material,
          built,
          diameterMillimeters,
          lengthMeters: centimetres(meters),
          upstreamInvertMeters: centimetres(invert),
          downstreamInvertMeters: centimetres(next),
        },
        coordinates: line.map(this.#place),
      };
      invert = next;
      yield* this.#inletsOf(id, start, end);
    }
    if (this.#channels.take(length) === 1) yield this.#channel(from, to, length, grade === 'trunk');
    return invert;
  }

  *#inletsOf(pipe: string, start: GroundPoint, end: GroundPoint): Generator<NetworkFeature> {
    this.#inletDebt += this.#inletsPerPipe;
    const count = Math.floor(this.#inletDebt);
    this.#inletDebt -= count;
    for (let i = 0; i < count; i++)
      yield {
        layer: 'inlets',
        properties: { id: `I${++this.#inlets}`, pipe },
        coordinates: this.#place(along(start, end, (i + 0.5) / count, i % 2 === 0 ? 3.2 : -3.2)),
      };
  }

  /** An open channel along the street, with a corner every ten metres or so. */
  #channel(from: GroundPoint, to: GroundPoint, length: number, large: boolean): NetworkFeature {
    const [start, end] = [along(from, to, 0, 4), along(from, to, 1, 4)];
    return {
      layer: 'sewers',
      properties: {
        id: `C${++this.#channelCount}`,
        kind: 'channel',
        grade: large ? 'main' : 'branch',
        lengthMeters: centimetres(length),
      },
      coordinates: [start, ...between(start, end, Math.max(1, Math.round(length / 10) - 1), 0.4), end].map(
        this.#place,
      ),
    };
  }
}

/** Corners between two points, swinging a little to both sides. */
function between(start: GroundPoint, end: GroundPoint, count: number, swingMeters: number): GroundPoint[] {
  return Array.from({ length: count }, (_, i) =>
    along(start, end, (i + 1) / (count + 1), i % 2 === 0 ? swingMeters : -swingMeters),
  );
}

/** Clay is small and old, vinyl small and not very old; concrete and the rest fit anywhere. */
function suits(material: PipeMaterial, diameterMillimeters: number, built: number): boolean {
  if (material === 'clay') return diameterMillimeters <= 450 && built < 1990;
  return material !== 'pvc' || (diameterMillimeters <= 600 && built >= 1975);
}

const centimetres = (meters: number) => Math.round(meters * 100) / 100;
