import { nearestPointOnLine } from '@turf/nearest-point-on-line';
import { pointToLineDistance } from '@turf/point-to-line-distance';
import Flatbush from 'flatbush';
import { FlatBoxes } from './flat-boxes.js';
import { distanceMeters, turfPosition } from './measure.js';
import { edgeEnds, positionOf, type Position } from './position.js';
import { greatestBend, metersPerDegreeOnSphere, parallelShare } from './sphere.js';

/** The place on an edge that is nearest to a position. */
export interface NearestEdge {
  /** Number of the edge, in the order given. */
  edge: number;
  meters: number;
  /** `[longitude, latitude]` of the place. */
  point: Position;
}

/** What is known of a distance, in metres, before it is measured. */
export interface DistanceBounds {
  atLeast: number;
  atMost: number;
}

type Line = [[number, number], [number, number]];

const meters = { units: 'meters' } as const;
const planar = { units: 'meters', method: 'planar' } as const;
/**
 * 0.1 m. On so short an edge turf's place is centimetres off, on one of 1 mm 3 m, on one of 0.1 mm 20 m. (The built
 * data are rounded to 1e-6.)
 */
const shortDegrees = 9e-7;
/** Times one over the length in metres: how far turf's place on an edge is off, at the most. */
const blurSquareMeters = 5e-3;
/** So many boxes are looked at before the rest is searched by distance. */
const fewBoxes = 6;

/**
 * Edges (single segments; a point is an edge of no length), ready to be asked how far they are. The distance is turf's:
 * `nearestPointOnLine`, or `distance` to a point. The index only narrows: it knows boxes, and leaves out an edge when
 * its whole box is farther away than the corner of another edge.
 */
export class EdgeIndex {
  readonly #lines: Line[] = [];
  /** Box of each edge; longitudes squeezed, so that both axes count alike. */
  readonly #boxes: FlatBoxes;
  readonly #tree: Flatbush | null;
  /** Cosine of the mean latitude: by so much longitudes are squeezed inside the tree. */
  readonly #squeeze: number;
  /** Cosine of the latitude farthest from the equator: nowhere is a degree of longitude shorter. */
  readonly #leastShare: number;

  /**
   * An edge is straight in degrees for its box, and along the great circle for turf, which besides is less exact the
   * shorter an edge is: so many metres lie between.
   */
  readonly #bend: number;

  /** @param ends longitude, latitude of the first end and of the second, edge after edge */
  constructor(ends: ArrayLike<number>) {
    const count = ends.length / 4;
    let [latitudes, farthest] = [0, 0];
    for (let i = 0; i < count; i++) {
      const [x1, y1, x2, y2] = edgeEnds(ends, i);
      this.#lines.push([
        [x1, y1],
        [x2, y2],
      ]);
      latitudes += y1;
      farthest = Math.max(farthest, Math.abs(y1), Math.abs(y2));
    }
    this.#squeeze = parallelShare(count > 0 ? latitudes / count : 0);
    this.#leastShare = parallelShare(farthest);
    this.#bend = greatestBend(ends) + greatestBlur(this.#lines, farthest);
    const sides = new Float64Array(count * 4);
    // Flatbush refuses to be built empty.
    this.#tree = count > 0 ? new Flatbush(count) : null;
    this.#lines.forEach(([from, to], i) => {
      const [[x1, y1], [x2, y2]] = [from, to];
      const box = [
        Math.min(x1, x2) * this.#squeeze,
        Math.min(y1, y2),
        Math.max(x1, x2) * this.#squeeze,
        Math.max(y1, y2),
      ] as const;
      sides.set(box, i * 4);
      this.#tree?.add(...box);
    });
    this.#boxes = new FlatBoxes(sides);
    this.#tree?.finish();
  }

  get size(): number {
    return this.#lines.length;
  }

  #line(edge: number): Line {
    const line = this.#lines[edge];
    if (!line) throw new RangeError(`There is no edge ${edge}.`);
    return line;
  }

  /** The nearest edge; null when there is none. */
  nearest(position: Position): NearestEdge | null {
    if (!isPlace(position)) return null;
    const [x, y] = [position[0] * this.#squeeze, position[1]];
    // Boxes come nearest first; when the last of a few is out of the question, so are all others.
    let edges = this.#tree?.neighbors(x, y, fewBoxes) ?? [];
    const [guess, last] = [edges[0], edges.at(-1)];
    if (guess === undefined || last === undefined) return null;
    const reach = this.#treeUnits(this.#farthest(position, guess), position);
    if (edges.length === fewBoxes && this.#squaredToBox(last, x, y) <= reach ** 2)
      edges = this.#tree?.neighbors(x, y, Infinity, reach) ?? [];
    return this.#measureInReach(position, guess, edges, reach);
  }

  /**
   * The nearest of some edges, if it is near enough.
   * @param edges their numbers
   * @param withinMeters null is the answer when all of them are farther than this
   */
  nearestAmong(position: Position, edges: readonly number[], withinMeters = Infinity): NearestEdge | null {
    const guess = this.#nearestBox(position, edges, withinMeters);
    if (guess < 0) return null;
    const reach = this.#treeUnits(this.#farthest(position, guess), position);
    const found = this.#measureInReach(position, guess, edges, reach);
    return found.meters <= withinMeters ? found : null;
  }

  /** Whether some of the edges are within a distance: measured only where their ends and bounds leave it open. */
  isWithin(position: Position, edges: readonly number[], withinMeters: number): boolean {
    const guess = this.#nearestBox(position, edges, withinMeters);
    if (guess < 0) return false;
    if (distanceMeters(position, this.#line(guess)[0]) + this.#bend <= withinMeters) return true;
    const { atLeast, atMost } = this.bounds(position, edges);
    if (atMost <= withinMeters || atLeast > withinMeters) return atMost <= withinMeters;
    return this.nearestAmong(position, edges, withinMeters) !== null;
  }

  /** Between which distances in metres the nearest of some edges lies. Ten times as fast as measuring it. */
  bounds(position: Position, edges: readonly number[]): DistanceBounds {
    const guess = this.#nearestBox(position, edges, Infinity);
    if (guess < 0) return { atLeast: Infinity, atMost: Infinity };
    const [x, y] = [position[0] * this.#squeeze, position[1]];
    let atMost = this.#farthest(position, guess);
    const reach = this.#treeUnits(atMost, position) ** 2;
    for (const edge of edges)
      if (edge !== guess && this.#squaredToBox(edge, x, y) <= reach)
        atMost = Math.min(atMost, this.#farthest(position, edge));
    // What is square to an edge in degrees is not on the ground: the way is longer by (1 + c²) / 2c at the most.
    const share = this.#shareAt(position);
    const shortest = (atMost - this.#bend) * ((2 * share) / (1 + share * share)) * (1 - 1e-6);
    return { atLeast: shortest - this.#bend, atMost };
  }

  /**
   * The nearest edge of each of the `count` nearest owners, nearest first.
   * @param owners which thing each edge is a part of
   */
  nearestOwners(position: Position, count: number, owners: readonly number[]): NearestEdge[] {
    if (!isPlace(position)) return [];
    const [x, y] = [position[0] * this.#squeeze, position[1]];
    /** The nearest edge of each of the nearest owners so far, nearest first. */
    const best: NearestEdge[] = [];
    let reach = Infinity;
    let measured = 0;
    // Boxes come nearest first; a thing may own all of the first ones, so more are asked for until enough were met.
    for (let asked = count + 1; ; asked *= 4) {
      const edges = this.#tree?.neighbors(x, y, asked) ?? [];
      for (const edge of edges.slice(measured)) {
        if (best.length === count && this.#squaredToBox(edge, x, y) > reach ** 2) return best;
        insert(best, this.#measureOne(position, edge), owners);
        if (best.length > count) best.pop();
        if (best.length === count) reach = this.#treeUnits(best.at(-1)?.meters ?? 0, position);
      }
      if (edges.length < asked) return best;
      measured = edges.length;
    }
  }

  /** The edge with the nearest box, or -1 where all boxes are out of reach. */
  #nearestBox(position: Position, edges: readonly number[], withinMeters: number): number {
    if (!isPlace(position)) return -1;
    const [x, y] = [position[0] * this.#squeeze, position[1]];
    let [nearest, least] = [-1, Infinity];
    for (const edge of edges) {
      const squared = this.#squaredToBox(edge, x, y);
      if (squared < least || nearest < 0) [nearest, least] = [edge, squared];
    }
    return least <= this.#treeUnits(withinMeters, position) ** 2 ? nearest : -1;
  }

  /** The guess and the edges whose boxes are in reach (tree units) are measured, in one question to turf. */
  #measureInReach(position: Position, guess: number, edges: readonly number[], reach: number): NearestEdge {
    const [x, y] = [position[0] * this.#squeeze, position[1]];
    const inReach = [guess];
    for (const edge of edges)
      if (edge !== guess && this.#squaredToBox(edge, x, y) <= reach * reach) inReach.push(edge);
    return inReach.length === 1 ? this.#measureOne(position, guess) : this.#measureAll(position, inReach);
  }

  #measureOne(position: Position, edge: number): NearestEdge {
    const [from, to] = this.#line(edge);
    return { edge, ...nearestPlaceOnSegment(position, from, to) };
  }

  #measureAll(position: Position, edges: readonly number[]): NearestEdge {
    const coordinates: Line[] = [];
    const numbers: number[] = [];
    for (const edge of edges) {
      const line = this.#line(edge);
      for (const part of isShort(...line) ? endsOf(line) : [line]) {
        coordinates.push(part);
        numbers.push(edge);
      }
    }
    const { geometry, properties } = nearestPointOnLine(
      { type: 'MultiLineString', coordinates },
      turfPosition(position),
      meters,
    );
    return {
      edge: numbers[properties.lineStringIndex] ?? -1,
      meters: properties.pointDistance,
      point: positionOf(geometry.coordinates),
    };
  }

  /**
   * A distance the edge cannot be farther than: turf's planar one, ten times as fast as the exact one. It is that along
   * the rhumb line to the place on the edge which a plane of bare degrees takes for the nearest: never too short.
   */
  #farthest(position: Position, edge: number): number {
    const [from, to] = this.#line(edge);
    if (isShort(from, to)) return nearestPlaceOnSegment(position, from, to).meters;
    const line = { type: 'LineString' as const, coordinates: [from, to] };
    return pointToLineDistance(turfPosition(position), line, planar) + this.#bend;
  }

  #shareAt(position: Position): number {
    return Math.min(this.#leastShare, parallelShare(position[1]));
  }

  /** Square of the distance to an edge's box in the tree's units. */
  #squaredToBox(edge: number, x: number, y: number): number {
    return this.#boxes.squaredDistance(edge, x, y);
  }

  /**
   * A distance on the sphere as one in the tree, never too short. With a = d/2R the haversine says
   * sin²a = sin²(Δφ/2) + cos φ₁ cos φ₂ sin²(Δλ/2): the least cosine there is bounds both differences.
   */
  #treeUnits(meters: number, position: Position): number {
    const share = this.#shareAt(position);
    const metersToBox = meters + this.#bend;
    const half = (metersToBox / metersPerDegreeOnSphere / 2) * (Math.PI / 180);
    const sine = Math.sin(Math.min(half, Math.PI / 2)) / share;
    if (!(sine < 1)) return Infinity;
    const bent = sine === 0 ? 1 : Math.asin(sine) / sine;
    const ratio = Math.max(1, this.#squeeze / share);
    // The constant (0.1 µm) covers the last bits of the squeezed coordinates, which a factor of nearly nothing does not.
    return (metersToBox / metersPerDegreeOnSphere) * ratio * bent * (1 + 1e-6) + 1e-12;
  }
}

/** The place on a segment that is nearest to a position, by turf; the segment may have no length. Of a short one an end. */
export function nearestPlaceOnSegment(
  position: Position,
  from: Position,
  to: Position,
): Pick<NearestEdge, 'meters' | 'point'> {
  if (isShort(from, to)) {
    const [fromMeters, toMeters] = [distanceMeters(position, from), distanceMeters(position, to)];
    return toMeters < fromMeters
      ? { meters: toMeters, point: [to[0], to[1]] }
      : { meters: fromMeters, point: [from[0], from[1]] };
  }
  const line = { type: 'LineString' as const, coordinates: [turfPosition(from), turfPosition(to)] };
  const { geometry, properties } = nearestPointOnLine(line, turfPosition(position), meters);
  return { meters: properties.pointDistance, point: positionOf(geometry.coordinates) };
}

/** Of an edge without length, and of one so short that turf's place on it is less sure than its ends are near. */
function isShort(from: Position, to: Position): boolean {
  return Math.abs(to[0] - from[0]) < shortDegrees && Math.abs(to[1] - from[1]) < shortDegrees;
}

/** Nothing is near to a position that is none. */
const isPlace = ([longitude, latitude]: Position) => Number.isFinite(longitude) && Number.isFinite(latitude);

const endsOf = ([from, to]: Line): Line[] => [
  [from, from],
  [to, to],
];

/** How far turf's place on the shortest edge may be off: the last bits of its unit vectors over that length, R² 2⁻⁵³. */
function greatestBlur(lines: readonly Line[], latitude: number): number {
  const share = parallelShare(latitude);
  const shortest = lines.reduce((least, [from, to]) => {
    if (isShort(from, to)) return least;
    return Math.min(least, Math.hypot((to[0] - from[0]) * share, to[1] - from[1]));
  }, Infinity);
  return blurSquareMeters / (shortest * metersPerDegreeOnSphere);
}

/** Puts an edge where it belongs, the lower number first of equally near ones, once for each owner. */
function insert(nearest: NearestEdge[], found: NearestEdge, owners: readonly number[]): void {
  const owner = owners[found.edge];
  const known = nearest.findIndex((other) => owners[other.edge] === owner);
  const other = nearest[known];
  if (other) {
    if (!isNearer(found, other)) return;
    nearest.splice(known, 1);
  }
  const behind = nearest.findIndex((other) => isNearer(found, other));
  nearest.splice(behind < 0 ? nearest.length : behind, 0, found);
}

function isNearer(one: NearestEdge, other: NearestEdge): boolean {
  return one.meters < other.meters || (one.meters === other.meters && one.edge < other.edge);
}
