import type { Geometry } from 'geojson';
import { alongOutline, boundaryOf, nothingBeyond, type Boundary } from '../geometry/boundary.js';
import { EdgeIndex } from '../geometry/edge-index.js';
import { PolygonIndex } from '../geometry/polygon-index.js';
import type { Position } from '../geometry/position.js';
import { ReachIndex } from '../geometry/reach-index.js';
import type { Certainty } from './site-report-types.js';

/** Coast and city limit: lines nobody disputes, so an area's edge along them decides nothing. */
export interface Outline {
  touches: (position: Position) => boolean;
  isLand: (position: Position) => boolean;
}

/** Number of a feature in its layer; -1 stands for "no area". */
export type AreaNumber = number;

/** Which area holds a position, and how surely. */
export interface AreaMembership {
  own: AreaNumber;
  certainty: Certainty;
  /** Other areas the position may lie in, nearest first, -1 for none of them; empty unless `near-edge`. */
  alternatives: AreaNumber[];
}

export interface AreaDecision extends AreaMembership {
  edgeMeters: number | null;
  accuracyMeters: number | null;
}

/** One area that holds the position, or misses it by less than its accuracy. */
export interface AreaHit {
  area: AreaNumber;
  inside: boolean;
  certainty: Exclude<Certainty, 'outside'>;
  edgeMeters: number;
  accuracyMeters: number;
}

interface AreaFeature {
  geometry: Geometry | null;
  properties: {
    accuracyMeters: number | null;
    /** Accuracy of edges with no area beyond, where another holds for them. */
    outerAccuracyMeters?: number | null;
  };
}

/** Edges between the same two areas (either may be "no area"), of one accuracy. */
interface Border {
  between: readonly [AreaNumber, AreaNumber];
  accuracyMeters: number;
}

/** Edges of a border that may be within their accuracy of a position. */
interface BorderNear extends Border {
  edges: number[];
}

/** A border and how far it is. */
interface BorderDistance extends Border {
  meters: number;
}

/** Decimetres: finer than any outline here. Rounded before it is compared, so a report never contradicts itself. */
export const roundMeters = (meters: number) => Math.round(meters * 10) / 10;
const roundingMeters = 0.06;
/** Just below half a decimetre: what is nearer than an accuracy and this is rounded to it. */
const halfRounding = 0.05 - 1e-9;

/** Longest stretch of an edge judged by its middle; overlapping areas have no neighbours to miss. */
const pieceMeters = { partition: 25, overlapping: 100 } as const;

/** Areas of one layer, ready to be asked which of them holds a position and how surely. */
export class AreaLayer {
  readonly index: PolygonIndex;
  readonly #overlapping: boolean;
  readonly #accuracies: number[];
  readonly #outerAccuracies: number[];
  readonly #owners: number[] = [];
  readonly #beyond: number[] = [];
  /** Accuracy of each edge: that of its less certain side. */
  readonly #edgeAccuracies: number[] = [];
  readonly #leastAccuracy: number;
  readonly #borders: Border[] = [];
  /** Which border each edge is a part of. */
  readonly #borderOf: number[] = [];
  /** Four numbers an edge: its ends. */
  readonly #ends: readonly number[];
  readonly #edges: EdgeIndex;
  readonly #reaches: ReachIndex;
  /** Edges of one area, for those that were asked for. */
  readonly #edgesOf = new Map<AreaNumber, { numbers: number[]; edges: EdgeIndex }>();

  /**
   * @param kind `partition`: areas do not overlap, and what lies beyond an edge matters;
   *   `overlapping`: each area is asked for itself
   * @param outline null when the wards are not known: then every edge decides
   */
  constructor(features: readonly AreaFeature[], kind: keyof typeof pieceMeters, outline: Outline | null) {
    const geometries = features.map((feature) => feature.geometry);
    this.index = new PolygonIndex(geometries);
    this.#overlapping = kind === 'overlapping';
    this.#accuracies = features.map((feature) => feature.properties.accuracyMeters ?? 0);
    this.#outerAccuracies = features.map(
      ({ properties }) => properties.outerAccuracyMeters ?? properties.accuracyMeters ?? 0,
    );
    const boundary = boundaryOf(geometries, {
      areas: kind === 'partition' ? this.index : null,
      isOutline: outline?.touches ?? (() => false),
      isLand: outline?.isLand,
      pieceMeters: pieceMeters[kind],
    });
    this.#ends = this.#keepDeciding(boundary);
    this.#leastAccuracy = this.#edgeAccuracies.reduce((a, b) => Math.min(a, b), Infinity);
    this.#edges = new EdgeIndex(this.#ends);
    this.#reaches = new ReachIndex(
      this.#ends,
      this.#edgeAccuracies.map((meters) => meters + roundingMeters),
    );
  }

  #keepDeciding({ ends, owners, beyond }: Boundary): number[] {
    const kept: number[] = [];
    const numbers = new Map<string, number>();
    const withDecidingEdge = new Set(owners.filter((_, i) => (beyond[i] as number) >= nothingBeyond));
    owners.forEach((owner, i) => {
      let far = beyond[i] as number;
      // An area bounded by coast alone still needs an edge to be measured to.
      if (far === alongOutline && !withDecidingEdge.has(owner)) far = nothingBeyond;
      if (far < nothingBeyond) return;
      kept.push(...ends.slice(i * 4, i * 4 + 4));
      this.#owners.push(owner);
      this.#beyond.push(far);
      const here = (far >= 0 ? this.#accuracies : this.#outerAccuracies)[owner] as number;
      const accuracyMeters = Math.max(here, far >= 0 ? (this.#accuracies[far] as number) : 0);
      this.#edgeAccuracies.push(accuracyMeters);
      const between = owner < far ? ([owner, far] as const) : ([far, owner] as const);
      const key = `${between.join()} ${accuracyMeters}`;
      const border = numbers.get(key) ?? this.#borders.push({ between, accuracyMeters }) - 1;
      numbers.set(key, border);
      this.#borderOf.push(border);
    });
    return kept;
  }

  /** Edges with no area beyond, four numbers each. */
  openEdges(): number[] {
    return this.#beyond.flatMap((beyond, i) =>
      beyond === nothingBeyond ? this.#ends.slice(i * 4, i * 4 + 4) : [],
    );
  }

  /** The nearest edge of an area; of no area, the nearest with nothing beyond. */
  #nearestEdgeOf(
    area: AreaNumber,
    position: Position,
    extraMeters: number,
  ): Omit<BorderDistance, 'between'> | null {
    let own = this.#edgesOf.get(area);
    if (!own) {
      const sides = area === nothingBeyond ? this.#beyond : this.#owners;
      const numbers = sides.flatMap((side, edge) => (side === area ? [edge] : []));
      const ends = numbers.flatMap((edge) => this.#ends.slice(edge * 4, edge * 4 + 4));
      own = { numbers, edges: new EdgeIndex(ends) };
      this.#edgesOf.set(area, own);
    }
    const found = own.edges.nearest(position);
    if (!found) return null;
    const edge = own.numbers[found.edge] as number;
    return { meters: found.meters, accuracyMeters: (this.#edgeAccuracies[edge] as number) + extraMeters };
  }

  /** Borders that may be within their accuracy of the position; which of them are is not measured yet. */
  #bordersNear(position: Position, extraMeters: number): BorderNear[] {
    const near = new Map<number, BorderNear>();
    for (const edge of this.#reaches.near(position, extraMeters)) {
      const number = this.#borderOf[edge] as number;
      const known = near.get(number);
      if (known) known.edges.push(edge);
      else {
        const { between, accuracyMeters } = this.#borders[number] as Border;
        near.set(number, { between, accuracyMeters: accuracyMeters + extraMeters, edges: [edge] });
      }
    }
    return [...near.values()];
  }

  #isInReach(position: Position, { edges, accuracyMeters }: BorderNear): boolean {
    return this.#edges.isWithin(position, edges, accuracyMeters + halfRounding);
  }

  /** Those of the borders that are within their accuracy, and how far they are. */
  #measured(position: Position, near: readonly BorderNear[]): BorderDistance[] {
    return near.flatMap(({ between, accuracyMeters, edges }) => {
      const found = this.#edges.nearestAmong(position, edges, accuracyMeters + halfRounding);
      return found ? [{ between, accuracyMeters, meters: found.meters }] : [];
    });
  }

  /**
   * For a partition: the one area, or the candidates where an edge is too near to tell. Of overlapping areas: the
   * first, and the others whose edge is; that none may hold the position is no candidate there.
   * @param positionMeters how far off the position itself may be: added to every edge's accuracy
   */
  membership(position: Position, positionMeters = 0): AreaMembership {
    const own = this.index.first(position);
    return this.#membership(position, own, this.#bordersNear(position, positionMeters));
  }

  #membership(position: Position, own: AreaNumber, near: readonly BorderNear[]): AreaMembership {
    // Borders between two others, across water, are no border of this area: only an own one makes it doubtful.
    if (!near.some((border) => border.between.includes(own) && this.#isInReach(position, border)))
      return { own, certainty: own === nothingBeyond ? 'outside' : 'clear', alternatives: [] };
    const least = this.#overlapping ? 0 : nothingBeyond;
    const borders = near.filter(
      (border) =>
        border.between.some((area) => area !== own && area >= least) && this.#isInReach(position, border),
    );
    const alternatives = [...new Set(borders.flatMap(({ between }) => between))].filter(
      (area) => area !== own && area >= least,
    );
    if (alternatives.length > 1) this.#sortByDistance(position, alternatives, borders);
    return { own, certainty: 'near-edge', alternatives };
  }

  /** Nearest first; the number settles a tie. Measured are only those whose order the bounds leave open. */
  #sortByDistance(position: Position, areas: AreaNumber[], near: readonly BorderNear[]): void {
    const bounded = near.map(({ between, edges }) => ({ between, ...this.#edges.bounds(position, edges) }));
    const atLeast = nearestByArea(bounded, ({ atLeast }) => atLeast);
    const meters = nearestByArea(bounded, ({ atMost }) => atMost);
    sortBy(areas, meters);
    const open = new Set<AreaNumber>();
    for (let i = 1; i < areas.length; i++) {
      const [one, next] = [areas[i - 1], areas[i]] as [AreaNumber, AreaNumber];
      if ((atLeast.get(next) ?? 0) <= (meters.get(one) ?? Infinity)) open.add(one).add(next);
    }
    if (open.size === 0) return;
    const borders = near.filter(({ between: [one, other] }) => open.has(one) || open.has(other));
    const measured = nearestByArea(this.#measured(position, borders), ({ meters }) => meters);
    for (const area of open) meters.set(area, measured.get(area) ?? Infinity);
    sortBy(areas, meters);
  }

  /** `membership` with the distance to the nearest deciding edge beside it; the accuracy holds both doubts. */
  decide(position: Position, positionMeters = 0): AreaDecision {
    const own = this.index.first(position);
    const near = this.#bordersNear(position, positionMeters);
    const ownInReach = this.#measured(
      position,
      near.filter(({ between }) => between.includes(own)),
    );
    let nearest: Omit<BorderDistance, 'between'> | null = nearestOf(ownInReach);
    // Nearer than any accuracy, it is the nearest of all; farther, a surer edge may lie before it.
    if (!nearest || nearest.meters > this.#leastAccuracy) {
      const ofOwn = this.#nearestEdgeOf(own, position, positionMeters);
      // Where areas overlap after all, the nearest may be the other one's edge inside this one.
      if (!nearest || (ofOwn && ofOwn.meters < nearest.meters)) nearest = ofOwn;
    }
    const measures = ownInReach.length > 0 ? ownInReach : nearest ? [nearest] : [];
    return {
      ...this.#membership(position, own, ownInReach.length > 0 ? near : []),
      edgeMeters: nearest && roundMeters(nearest.meters),
      // Of several doubtful edges the least certain one is the measure.
      accuracyMeters: measures.reduce<number | null>(
        (most, { accuracyMeters }) => Math.max(most ?? 0, accuracyMeters),
        own in this.#accuracies ? (this.#accuracies[own] as number) + positionMeters : null,
      ),
    };
  }

  /** For overlapping areas: all that hold the position or miss it by less than their accuracy. */
  hits(position: Position, positionMeters = 0): AreaHit[] {
    const inside = this.index.containing(position);
    const near = this.#bordersNear(position, positionMeters);
    if (inside.length === 0 && near.length === 0) return [];
    const distances = nearestByArea(this.#measured(position, near), ({ meters }) => meters);
    distances.delete(nothingBeyond);
    for (const area of inside) {
      if (distances.has(area)) continue;
      const nearest = this.#nearestEdgeOf(area, position, positionMeters);
      if (nearest) distances.set(area, nearest.meters);
    }
    const found = [...distances].map(([area, meters]): AreaHit => {
      const edgeMeters = roundMeters(meters);
      const accuracyMeters = (this.#accuracies[area] as number) + positionMeters;
      const certainty = edgeMeters <= accuracyMeters ? 'near-edge' : 'clear';
      return { area, inside: inside.includes(area), certainty, edgeMeters, accuracyMeters };
    });
    // Those that hold it first, then the nearer ones; the number settles a tie.
    return found.sort(
      (a, b) => Number(b.inside) - Number(a.inside) || a.edgeMeters - b.edgeMeters || a.area - b.area,
    );
  }
}

/** How far each area is that borders have on one of their sides. */
function nearestByArea<Side extends Pick<Border, 'between'>>(
  borders: readonly Side[],
  metersTo: (border: Side) => number,
): Map<AreaNumber, number> {
  const nearest = new Map<AreaNumber, number>();
  for (const border of borders)
    for (const area of border.between)
      nearest.set(area, Math.min(nearest.get(area) ?? Infinity, metersTo(border)));
  return nearest;
}

function sortBy(areas: AreaNumber[], meters: ReadonlyMap<AreaNumber, number>): void {
  const metersTo = (area: AreaNumber) => meters.get(area) ?? Infinity;
  areas.sort((a, b) => metersTo(a) - metersTo(b) || a - b);
}

function nearestOf(borders: readonly BorderDistance[]): BorderDistance | null {
  return borders.reduce<BorderDistance | null>((a, b) => (a && a.meters <= b.meters ? a : b), null);
}
