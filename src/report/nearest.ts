import { EdgeIndex } from '../geometry/edge-index.js';
import { runsOf } from '../geometry/explode.js';
import { bearingDegrees } from '../geometry/measure.js';
import type { Position } from '../geometry/position.js';
import type { ReportRole } from '../catalog/properties.js';
import { roundMeters } from './area-layer.js';
import type { RoleFeature } from './layer-set.js';
import type { NearestItem } from './site-report-types.js';

type PlacedFeature = RoleFeature<Exclude<ReportRole, 'ward'>>;

/** A centimetre: no place here is known better, and turf's foot on a line is true to a millimetre or two. */
const roundDegrees = (degrees: number) => Math.round(degrees * 1e7) / 1e7;

/** Things with a place, ready to be asked which are nearest. Things without one are left out. */
export class NearestLayer {
  readonly #features: readonly PlacedFeature[];
  readonly #edges: EdgeIndex;
  readonly #owners: number[] = [];

  constructor(features: readonly PlacedFeature[]) {
    this.#features = features;
    const ends: number[] = [];
    features.forEach(({ geometry }, owner) => {
      for (const run of runsOf(geometry)) {
        for (let i = 0; i < Math.max(1, run.length - 1); i++) {
          const from = run[i] as [number, number];
          const to = (run[i + 1] ?? from) as [number, number];
          ends.push(from[0], from[1], to[0], to[1]);
          this.#owners.push(owner);
        }
      }
    });
    this.#edges = new EdgeIndex(ends);
  }

  /** The `count` nearest, nearest first; fewer where there are fewer. */
  find(position: Position, count: number): NearestItem[] {
    return this.#edges
      .nearestOwners(position, count, this.#owners)
      .map(({ edge, meters, point }) =>
        this.#item(this.#owners[edge] as number, position, point, roundMeters(meters)),
      );
  }

  #item(owner: number, from: Position, place: Position, meters: number): NearestItem {
    const { layer, properties } = this.#features[owner] as PlacedFeature;
    const accuracyMeters = properties.accuracyMeters ?? 0;
    return {
      layer,
      id: properties.id,
      name: properties.name,
      nameEn: properties.nameEn,
      meters,
      bearingDegrees: Math.round(bearingDegrees(from, place)) % 360,
      accuracyMeters,
      position: [roundDegrees(place[0]), roundDegrees(place[1])],
      certainty: accuracyMeters >= meters ? 'near-edge' : 'clear',
      source: { document: properties.source, page: properties.page },
    };
  }
}
