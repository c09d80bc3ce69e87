import type { Geometry } from 'geojson';
import { alongOutline, boundaryOf, nothingBeyond, type Boundary } from '../geometry/boundary.js';
import { PolygonIndex } from '../geometry/polygon-index.js';
import type { Position } from '../geometry/position.js';
import { ReachIndex } from '../geometry/reach-index.js';
import { SegmentIndex } from '../geometry/segment-index.js';
import type { Certainty } from './site-report.js';

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

/** An edge in reach of a position. */
interface Edge {
  segment: number;
  meters: number;
}

/** Decimetres: finer than any outline here. Rounded before it is compared, so a report never contradicts itself. */
export const roundMeters = (meters: number) => Math.round(meters * 10) / 10;
const roundingMeters = 0.06;

/** Longest stretch of an edge judged by its middle; overlapping areas have no neighbours to miss. */
const pieceMeters = { partition: 25, overlapping: 100 } as const;

/** Areas of one layer, ready to be asked which of them holds a position and how surely. */
export class AreaLayer {
  readonly index: PolygonIndex;
  readonly #accuracies: number[];
  readonly #outerAccuracies: number[];
  readonly #owners: number[] = [];
  readonly #beyond: number[] = [];
  /** Accuracy of each edge: that of its less certain side. */
  readonly #edgeAccuracies: number[] = [];
  /** Any edge nearer than this is in reach, whichever it is. */
  readonly #narrowestMeters: number;
  /** Four numbers an edge: its ends. */
  readonly #ends: readonly number[];
  readonly #segments: SegmentIndex;
  readonly #reaches: ReachIndex;

  /**
   * @param kind `partition`: areas do not overlap, and what lies beyond an edge matters;
   *   `overlapping`: each area is asked for itself
   * @param outline null when the wards are not known: then every edge decides
   */
  constructor(features: readonly AreaFeature[], kind: keyof typeof pieceMeters, outline: Outline | null) {
    const geometries = features.map((feature) => feature.geometry);
    this.index = new PolygonIndex(geometries);
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
    this.#narrowestMeters = this.#edgeAccuracies.reduce((a, b) => Math.min(a, b), Infinity);
    this.#segments = new SegmentIndex(this.#ends);
    this.#reaches = new ReachIndex(
      this.#ends,
      this.#edgeAccuracies.map((meters) => meters + roundingMeters),
    );
  }

  #keepDeciding({ ends, owners, beyond }: Boundary): number[] {
    const kept: number[] = [];
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
      this.#edgeAccuracies.push(Math.max(here, far >= 0 ? (this.#accuracies[far] as number) : 0));
    });
    return kept;
  }

  /** Edges with no area beyond, four numbers each. */
  openEdges(): number[] {
    return this.#beyond.flatMap((beyond, i) =>
      beyond === nothingBeyond ? this.#ends.slice(i * 4, i * 4 + 4) : [],
    );
  }

  /** Edges that are edges of this area; for no area, those with nothing beyond. */
  #isEdgeOf(own: AreaNumber): (segment: number) => boolean {
    return own === nothingBeyond
      ? (segment) => this.#beyond[segment] === own
      : (segment) => this.#owners[segment] === own;
  }

  /** All edges that are within their own accuracy of the position. */
  #edgesInReach(position: Position): Edge[] {
    const edges: Edge[] = [];
    this.#reaches.reaching(position, (segment, meters) => {
      if (roundMeters(meters) <= (this.#edgeAccuracies[segment] as number)) edges.push({ segment, meters });
    });
    return edges;
  }

  /** For a partition: the one area, or the candidates where an edge is too near to tell. */
  membership(position: Position): AreaMembership {
    const own = this.index.first(position);
    return this.#membership(own, this.#edgesInReach(position));
  }

  #membership(own: AreaNumber, edges: readonly Edge[]): AreaMembership {
    const isOwn = this.#isEdgeOf(own);
    // Edges between two others across water are no edges of this area: only an own one makes it doubtful.
    if (!edges.some(({ segment }) => isOwn(segment)))
      return { own, certainty: own === nothingBeyond ? 'outside' : 'clear', alternatives: [] };
    const nearest = new Map<AreaNumber, number>();
    for (const { segment, meters } of edges) {
      for (const area of [this.#owners[segment] as number, this.#beyond[segment] as number])
        if (area !== own && meters < (nearest.get(area) ?? Infinity)) nearest.set(area, meters);
    }
    const alternatives = [...nearest].sort((a, b) => a[1] - b[1] || a[0] - b[0]).map(([area]) => area);
    return { own, certainty: 'near-edge', alternatives };
  }

  /** `membership` with the distance to the nearest deciding edge beside it. */
  decide(position: Position): AreaDecision {
    const own = this.index.first(position);
    const isOwn = this.#isEdgeOf(own);
    const inReach = this.#edgesInReach(position);
    const membership = this.#membership(own, inReach);
    const edges = inReach.filter(({ segment }) => isOwn(segment));
    let nearest = edges.reduce<Edge | null>((a, b) => (a && a.meters <= b.meters ? a : b), null);
    if (!nearest || nearest.meters > this.#narrowestMeters)
      nearest = this.#segments.nearest(position, isOwn) ?? nearest;
    const accuracies = (edges.length > 0 ? edges : nearest ? [nearest] : []).map(
      ({ segment }) => this.#edgeAccuracies[segment] as number,
    );
    return {
      ...membership,
      edgeMeters: nearest && roundMeters(nearest.meters),
      // Of several doubtful edges the least certain one is the measure.
      accuracyMeters: accuracies.reduce<number | null>(
        (a, b) => Math.max(a ?? 0, b),
        this.#accuracies[own] ?? null,
      ),
    };
  }

  /** For overlapping areas: all that hold the position or miss it by less than their accuracy. */
  hits(position: Position): AreaHit[] {
    const inside = this.index.containing(position);
    const inReach = this.#edgesInReach(position);
    if (inside.length === 0 && inReach.length === 0) return [];
    const distances = new Map<AreaNumber, number>();
    for (const { segment, meters } of inReach) {
      const owner = this.#owners[segment] as number;
      if (meters < (distances.get(owner) ?? Infinity)) distances.set(owner, meters);
    }
    for (const area of inside) {
      if (distances.has(area)) continue;
      const nearest = this.#segments.nearest(position, this.#isEdgeOf(area));
      if (nearest) distances.set(area, nearest.meters);
    }
    const found = [...distances].map(([area, meters]): AreaHit => {
      const [edgeMeters, accuracyMeters] = [roundMeters(meters), this.#accuracies[area] as number];
      const certainty = edgeMeters <= accuracyMeters ? 'near-edge' : 'clear';
      return { area, inside: inside.includes(area), certainty, edgeMeters, accuracyMeters };
    });
    // Those that hold it first, then the nearer ones; the number settles a tie.
    return found.sort(
      (a, b) => Number(b.inside) - Number(a.inside) || a.edgeMeters - b.edgeMeters || a.area - b.area,
    );
  }
}
