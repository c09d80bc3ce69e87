import { metersPerDegree } from '../../geometry/ellipsoid.js';
import type { BoundingBox, Position } from '../../geometry/position.js';
import { latitudeOfMercatorY, mercatorMetersPerDegree, mercatorY } from '../../geometry/web-mercator.js';
import { parallelShare } from '../../geometry/sphere.js';

/** The part of the earth a frame on paper shows, and the picture that fills it. */
export interface MapExtent {
  /** [west, south, east, north] in degrees; exactly what the picture must show. */
  box: BoundingBox;
  widthPixels: number;
  heightPixels: number;
  /** Largest relative error of the scale inside the frame, for instance 0.0003. */
  scaleError: number;
}

/**
 * What a frame on paper shows at a numeric scale around a centre. True on the ground at the centre along both
 * axes: web Mercator stretches north–south and east–west differently on the ellipsoid (0.5 % here), so the
 * picture is squeezed into the frame by that much. Towards the upper and lower edge the scale drifts with the
 * cosine of the latitude; that is `scaleError`.
 * @param scale denominator, 2500 for 1:2,500
 */
export function mapExtent(
  centre: Position,
  frame: { widthMillimeters: number; heightMillimeters: number },
  scale: number,
  dotsPerInch: number,
): MapExtent {
  const degree = metersPerDegree(centre[1]);
  const halfWidth = (frame.widthMillimeters * scale) / 2000 / degree.east;
  const halfHeightMeters = (frame.heightMillimeters * scale) / 2000;
  // Mercator y is not even in latitude: the edges are taken in Mercator, so that the centre stays the centre.
  const perMeter = mercatorMetersPerDegree(centre[1]) / degree.north;
  const y = mercatorY(centre[1]);
  const [south, north] = [
    latitudeOfMercatorY(y - halfHeightMeters * perMeter),
    latitudeOfMercatorY(y + halfHeightMeters * perMeter),
  ];
  const dots = (millimeters: number) => Math.round((millimeters / 25.4) * dotsPerInch);
  const drift = (latitude: number) => Math.abs(parallelShare(latitude) / parallelShare(centre[1]) - 1);
  return {
    box: [centre[0] - halfWidth, south, centre[0] + halfWidth, north],
    widthPixels: dots(frame.widthMillimeters),
    heightPixels: dots(frame.heightMillimeters),
    scaleError: Math.max(drift(south), drift(north)),
  };
}

/** Scales offered, largest first. */
export const printScales = [500, 1000, 2500, 5000, 10_000, 25_000, 50_000] as const;

/** The smallest denominator offered that shows a whole box in the frame, or the last one. */
export function scaleFor(
  box: BoundingBox,
  frame: { widthMillimeters: number; heightMillimeters: number },
): number {
  const degree = metersPerDegree((box[1] + box[3]) / 2);
  const needed = Math.max(
    ((box[2] - box[0]) * degree.east * 1000) / frame.widthMillimeters,
    ((box[3] - box[1]) * degree.north * 1000) / frame.heightMillimeters,
  );
  return printScales.find((scale) => scale >= needed) ?? printScales[printScales.length - 1] ?? 50_000;
}

/** A round ground length for a scale bar 30 to 80 mm long. */
export function scaleBarMeters(scale: number): number {
  const longest = 80 * (scale / 1000);
  const power = 10 ** Math.floor(Math.log10(longest));
  return [5, 2, 1].map((step) => step * power).find((length) => length <= longest) ?? power;
}
