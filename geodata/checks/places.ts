import { pointToPolygonDistance } from '@turf/turf';
import type { Position } from '../../src/geometry/position.js';
import type { Feature } from '../recipes/feature.js';
import type { CheckLine } from '../tables/sum-check.js';
import { featuresOf, containsPosition } from './areas.js';
import { problemLine, type BuiltLayers } from './built-layers.js';
import type { CityChecks } from '../cities/city-checks.js';

/** Metres from a district's outline to a position outside it. */
function metersTo({ geometry }: Feature<'treatmentDistrict'>, position: Position): number {
  return geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon'
    ? pointToPolygonDistance([...position], geometry as GeoJSON.Polygon | GeoJSON.MultiPolygon, {
        units: 'meters',
      })
    : Infinity;
}

function facilityLines(built: BuiltLayers, exceptions: CityChecks['strayFacilities']): CheckLine[] {
  const districts = featuresOf(built, 'treatmentDistrict');
  const facilities = [
    ...featuresOf(built, 'treatmentCentre'),
    ...featuresOf(built, 'pumpStation'),
    ...featuresOf(built, 'pond'),
  ];
  const listed = facilities.flatMap(({ properties: { name, district, accuracyMeters }, geometry }) =>
    district !== null && geometry?.type === 'Point'
      ? [{ name, district, position: geometry.coordinates, accuracyMeters: accuracyMeters ?? 0 }]
      : [],
  );
  const astray = listed.flatMap(({ name, district, position, accuracyMeters }) => {
    const found = districts.find((each) => containsPosition(each, position))?.properties.name;
    const due = districts.find(({ properties }) => properties.name === district);
    const near = found === undefined && due && metersTo(due, position) <= accuracyMeters;
    return found === district || near
      ? []
      : [{ name, text: `${name} (${district}) lies in ${found ?? 'no district'}` }];
  });
  const unplaced = facilities.filter((each) => each.geometry === null).length;
  return [
    problemLine(
      'centres, pump stations and ponds lie in the district they are listed under, or outside any and no farther from it than they are known',
      listed.length,
      astray.flatMap(({ name, text }) => (name in exceptions ? [] : [text])),
    ),
    ...Object.entries(exceptions).map(([name, reason]) => ({
      ok: astray.some((each) => each.name === name),
      text: `known exception ${name}: ${reason}`,
    })),
    {
      ok: true,
      text: `${unplaced} of ${facilities.length} facilities have no published place and no point on the map`,
    },
  ];
}

function countLines(built: BuiltLayers, counts: CityChecks['counts']): CheckLine[] {
  return counts.map(({ what, role, where, due }) => {
    const features = featuresOf(built, role);
    const found = where
      ? features.filter(({ properties }) =>
          Object.entries(properties).some((each) => each.join() === where.join()),
        )
      : features;
    return { ok: found.length === due, text: `${what}: ${found.length}, due ${due}` };
  });
}

/** Counts of the tables, and facilities in the district they are listed under. */
export function placeLines(built: BuiltLayers, { counts, strayFacilities }: CityChecks): CheckLine[] {
  return [...countLines(built, counts), ...facilityLines(built, strayFacilities)];
}
