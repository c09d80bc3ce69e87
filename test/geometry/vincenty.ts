import type { Position } from '../../src/geometry/position.js';

const a = 6378137;
const f = 1 / 298.257222101;
const b = a * (1 - f);
const radians = Math.PI / 180;

/**
 * Metres between two positions on the GRS80 ellipsoid by Vincenty's inverse formula (1975), to a tenth of a millimetre:
 * the oracle of what is true to scale. Written from the paper; not for antipodes.
 */
export function ellipsoidMeters(from: Position, to: Position): number {
  const [u1, u2] = [from, to].map(([, latitude]) => Math.atan((1 - f) * Math.tan(latitude * radians))) as [
    number,
    number,
  ];
  const [sin1, cos1, sin2, cos2] = [Math.sin(u1), Math.cos(u1), Math.sin(u2), Math.cos(u2)];
  const l = (to[0] - from[0]) * radians;
  let lambda = l;
  for (let round = 0; round < 100; round++) {
    const [sinL, cosL] = [Math.sin(lambda), Math.cos(lambda)];
    const sinSigma = Math.hypot(cos2 * sinL, cos1 * sin2 - sin1 * cos2 * cosL);
    if (sinSigma === 0) return 0;
    const cosSigma = sin1 * sin2 + cos1 * cos2 * cosL;
    const sigma = Math.atan2(sinSigma, cosSigma);
    const sinAlpha = (cos1 * cos2 * sinL) / sinSigma;
    const cosSqAlpha = 1 - sinAlpha ** 2;
    const cos2m = cosSqAlpha === 0 ? 0 : cosSigma - (2 * sin1 * sin2) / cosSqAlpha;
    const c = (f / 16) * cosSqAlpha * (4 + f * (4 - 3 * cosSqAlpha));
    const next =
      l + (1 - c) * f * sinAlpha * (sigma + c * sinSigma * (cos2m + c * cosSigma * (2 * cos2m ** 2 - 1)));
    if (Math.abs(next - lambda) < 1e-13) {
      const uSq = (cosSqAlpha * (a * a - b * b)) / (b * b);
      const bigA = 1 + (uSq / 16384) * (4096 + uSq * (-768 + uSq * (320 - 175 * uSq)));
      const bigB = (uSq / 1024) * (256 + uSq * (-128 + uSq * (74 - 47 * uSq)));
      const delta =
        bigB *
        sinSigma *
        (cos2m +
          (bigB / 4) *
            (cosSigma * (2 * cos2m ** 2 - 1) -
              (bigB / 6) * cos2m * (4 * sinSigma ** 2 - 3) * (4 * cos2m ** 2 - 3)));
      return b * bigA * (sigma - delta);
    }
    lambda = next;
  }
  throw new Error('Vincenty’s formula did not settle');
}
