import type { Extent } from '../mesh/planned-faces.js';
import type { Rings } from '../mesh/land.js';
import { isVillage } from './extent.js';

/** Land zoned for building (用途地域), as published. */
export interface ZonedLand {
  source: string;
  /** ISO day */
  asOf: string;
  accuracyMeters: number;
  /** Rings of all zones, which lie side by side, for the even-odd rule; first point not repeated. */
  rings: Rings;
}

/** Zones of two classes meet without a common corner here and there: a gap or an overlap smaller than this is no land. */
const seamHectares = 0.1;

/**
 * The planned extent where zones are published: the zoned land is planned and nothing else, except in a 大字, which is
 * open land by law and may have a village with sewers of its own: there what is built counts as before.
 * @param constructed the extent without zones
 */
export function zonedExtent({ rings }: ZonedLand, constructed: Extent): Extent {
  const villages = [...constructed.districtOf].flatMap(([id, district]) =>
    district !== null && isVillage(id) ? [id] : [],
  );
  return {
    ...constructed,
    outline: rings,
    rule: { fillHectares: seamHectares, dropHectares: seamHectares },
    whole: new Set(),
    beside: { outline: constructed.outline, towns: new Set(villages) },
  };
}
