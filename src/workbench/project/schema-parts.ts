import type { Geometry } from 'geojson';
import * as v from 'valibot';
import { eachPosition } from '../../geometry/positions.js';
import { cleanGeometry, type GeometryFindings } from '../overlay/clean-geometry.js';

/** A list in which no two share what `key` gives; the second of a pair is named by its path. */
export function uniqueBy<Item extends object>(key: keyof Item & string) {
  return v.rawCheck<Item[]>(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const seen = new Set<unknown>();
    for (const [index, item] of dataset.value.entries()) {
      if (seen.has(item[key]))
        addIssue({
          message: `${key} used twice`,
          path: [
            { type: 'array', origin: 'value', input: dataset.value, key: index, value: item },
            { type: 'object', origin: 'value', input: { [key]: item[key] }, key, value: item[key] },
          ],
        });
      seen.add(item[key]);
    }
  });
}

/** Whole numbers from 0, as counts and rows are. */
export const wholeNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** Greater than nothing and less than everything: a scale, a width, a unit. */
export const positiveNumber = v.pipe(v.number(), v.finite(), v.gtValue(0));

/**
 * A geometry of unknown make → one in degrees that can be drawn. What is broken, or lies nowhere on earth, is left
 * out and counted.
 */
export function geometryInDegrees(value: unknown, findings: GeometryFindings): Geometry | null {
  const geometry = cleanGeometry(value, findings);
  let onEarth = true;
  eachPosition(geometry, ([longitude = NaN, latitude = NaN]) => {
    onEarth &&= Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
  });
  if (onEarth) return geometry;
  findings.broken++;
  return null;
}

export const noFindings = (): GeometryFindings => ({
  broken: 0,
  closedRings: 0,
  selfCrossing: 0,
  positions: 0,
});
