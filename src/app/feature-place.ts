import type { Feature } from 'geojson';
import { boundingBox } from '../geometry/bounding-box.js';
import { runsOf } from '../geometry/explode.js';
import type { BoundingBox, Position } from '../geometry/position.js';
import { labelPoints } from '../map/label-points.js';

/** Where a feature is: a point on it to ask about, and its box; null = 位置未公表. */
export interface FeaturePlace {
  position: Position;
  box: BoundingBox;
}

/** The label point of an area, the middle of the longest run of a line, a point itself. */
export function featurePlace(feature: Feature): FeaturePlace | null {
  const runs = runsOf(feature.geometry);
  const box = boundingBox(feature.geometry);
  if (box === null) return null;
  const label = labelPoints({ type: 'FeatureCollection', features: [feature] }, []).features[0];
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best));
  const [longitude, latitude] = label?.geometry.coordinates ?? longest[longest.length >> 1] ?? [];
  return longitude === undefined || latitude === undefined ? null : { position: [longitude, latitude], box };
}
