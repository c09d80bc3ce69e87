import type { Geometry } from 'geojson';
import { alongOutline, boundaryOf, nothingBeyond, type Boundary } from '../geometry/boundary.js';
import { PolygonIndex } from '../geometry/polygon-index.js';
import type { Position } from '../geometry/position.js';
import { SegmentIndex } from '../geometry/segment-index.js';
import type { Certainty } from './site-report.js';

/** Coast and city limit: lines nobody disputes, so an area's edge along them decides nothing. */
export interface Outline {
  touches: (position: Position) => boolean;
  isLand: (position: Position) => boolean;
}

/** Number of a feature in its layer; -1 stands for "no area". */
export type AreaNumber = number;

export interface AreaDecision {
  own: AreaNumber;
  certainty: Certainty;
  /** Other areas the position may lie in, -1 for none of them; empty unless `near-edge`. */
  alternatives: AreaNumber[];
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
  properties: { accuracyMeters: number | null };
}

/** Decimetres: finer than any outline here. Rounded before it is compared, so a report never contradicts itself. */
export const roundMeters = (meters: number) => Math.round(meters * 10) / 10;
const roundingMeters = 0.06;

/** Areas of one layer, ready to be asked which of them holds a position and how surely. */
export class AreaLayer {
  readonly index: PolygonIndex;
  readonly #accuracies: number[];
  readonly #segments: SegmentIndex;
  readonly #owners: number[] = [];
  readonly #beyond: number[] = [];
  readonly #segmentAccuracies: number[] = [];
  readonly #widestMeters: number;

  /**
   * @param kind `partition`: areas do not overlap, and what lies beyond an edge matters;
   *   `overlapping`: each area is asked for itself
   * @param outline null when the wards are not known: then every edge decides
   */
  constructor(features: readonly AreaFeature[], kind: 'partition' | 'overlapping', outline: Outline | null) {
    const geometries = features.map((feature) => feature.geometry);
    this.index = new PolygonIndex(geometries);
    this.#accuracies = features.map((feature) => feature.properties.accuracyMeters ?? 0);
    const boundary = boundaryOf(geometries, {
      areas: kind === 'partition' ? this.index : null,
      isOutline: outline?.touches ?? (() => false),
      isLand: outline?.isLand,
    });
    this.#segments = this.#keepDeciding(boundary);
    this.#widestMeters = this.#segmentAccuracies.reduce((a, b) => Math.max(a, b), 0);
  }

  #keepDeciding({ ends, owners, beyond }: Boundary): SegmentIndex {
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
      const here = this.#accuracies[owner] as number;
      this.#segmentAccuracies.push(Math.max(here, far >= 0 ? (this.#accuracies[far] as number) : 0));
    });
    return new SegmentIndex(kept);
  }

  /** For a partition: the one area, or the candidates where an edge is too near to tell. */
  decide(position: Position): AreaDecision {
    const own = this.index.first(position);
    const isOwn = (segment: number) =>
      own === nothingBeyond ? this.#beyond[segment] === own : this.#owners[segment] === own;
    const edge = { meters: Infinity, accuracyMeters: 0 };
    /** Accuracy of the least certain own edge that is within it; negative while there is none. */
    let doubtMeters = -1;
    const candidates: AreaNumber[] = [];
    this.#segments.within(position, this.#widestMeters + roundingMeters, (segment, meters) => {
      const accuracyMeters = this.#segmentAccuracies[segment] as number;
      const mine = isOwn(segment);
      if (mine && meters < edge.meters) Object.assign(edge, { meters, accuracyMeters });
      if (roundMeters(meters) > accuracyMeters) return;
      if (mine && accuracyMeters > doubtMeters) doubtMeters = accuracyMeters;
      for (const area of [this.#owners[segment] as number, this.#beyond[segment] as number])
        if (area !== own && !candidates.includes(area)) candidates.push(area);
    });
    if (edge.meters === Infinity) {
      const nearest = this.#segments.nearest(position, isOwn);
      if (nearest) {
        edge.meters = nearest.meters;
        edge.accuracyMeters = this.#segmentAccuracies[nearest.segment] as number;
      }
    }
    // Edges between two others across water are no edges of this area: only an own one makes it doubtful.
    const doubtful = doubtMeters >= 0;
    const hasEdge = edge.meters < Infinity;
    return {
      own,
      certainty: doubtful ? 'near-edge' : own === nothingBeyond ? 'outside' : 'clear',
      alternatives: doubtful ? candidates.sort((a, b) => a - b) : [],
      edgeMeters: hasEdge ? roundMeters(edge.meters) : null,
      accuracyMeters: doubtful
        ? doubtMeters
        : hasEdge
          ? edge.accuracyMeters
          : (this.#accuracies[own] ?? null),
    };
  }

  /** For overlapping areas: all that hold the position or miss it by less than their accuracy. */
  hits(position: Position): AreaHit[] {
    const distances = new Map<AreaNumber, number>();
    this.#segments.within(position, this.#widestMeters + roundingMeters, (segment, meters) => {
      const owner = this.#owners[segment] as number;
      if (meters < (distances.get(owner) ?? Infinity)) distances.set(owner, meters);
    });
    const inside = this.index.containing(position);
    for (const area of inside) {
      if (distances.has(area)) continue;
      const nearest = this.#segments.nearest(position, (segment) => this.#owners[segment] === area);
      if (nearest) distances.set(area, nearest.meters);
    }
    const found: AreaHit[] = [];
    for (const [area, meters] of distances) {
      const edgeMeters = roundMeters(meters);
      const accuracyMeters = this.#accuracies[area] as number;
      const nearEdge = edgeMeters <= accuracyMeters;
      const holds = inside.includes(area);
      if (!holds && !nearEdge) continue;
      found.push({
        area,
        inside: holds,
        certainty: nearEdge ? 'near-edge' : 'clear',
        edgeMeters,
        accuracyMeters,
      });
    }
    // Those that hold it first, then the nearer ones; the number settles a tie.
    return found.sort(
      (a, b) => Number(b.inside) - Number(a.inside) || a.edgeMeters - b.edgeMeters || a.area - b.area,
    );
  }
}
