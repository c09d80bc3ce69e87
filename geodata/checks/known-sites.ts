import type { Position } from '../../src/geometry/position.js';
import type { ReportRole } from '../../src/catalog/properties.js';
import type { CheckLine } from '../tables/sum-check.js';
import { featuresOf, containsPosition } from './areas.js';
import type { BuiltLayers } from './built-layers.js';
import type { CityChecks } from '../cities/city-checks.js';

/** Well-known places against what must be said of them. */
export function siteLines(built: BuiltLayers, { knownSites }: CityChecks): CheckLine[] {
  const at = (role: ReportRole, position: Position) =>
    featuresOf(built, role).filter((each) => containsPosition(each, position));
  return knownSites.map(({ name, position, ward, district, plan, zone }) => {
    const found = [
      at('ward', position)[0]?.properties.name ?? null,
      at('treatmentDistrict', position)[0]?.properties.name ?? null,
      ...(plan === undefined
        ? []
        : [at('rainfallPlan', position).find((each) => each.properties.id === plan)?.properties.id ?? null]),
      ...(zone === undefined ? [] : [at('inundationZone', position)[0]?.properties.name ?? null]),
    ];
    const due = [
      ward,
      district,
      ...(plan === undefined ? [] : [plan]),
      ...(zone === undefined ? [] : [zone]),
    ];
    const words = found.map((each) => each ?? 'none').join(', ');
    return {
      ok: found.join() === due.join(),
      text:
        found.join() === due.join()
          ? `${name}: ${words}`
          : `${name}: ${words}; due ${due.map((each) => each ?? 'none').join(', ')}`,
    };
  });
}
