import { city } from '../../src/catalog/city.js';
import type { CheckLine } from '../tables/sum-check.js';
import type { Geometry } from '../recipes/feature.js';
import { positionsOf } from '../build/manifest.js';
import { doubleArea, metersPerStepX, metersPerStepY, pointKey, ringHectares } from '../mesh/grid.js';
import { problemLine, type BuiltLayers } from './built-layers.js';
import type { CityChecks } from '../cities/city-checks.js';
import { gridPolygons, invalidIntersections, type Ring } from './crossings.js';

/** A part narrower than this on average is a sliver; the narrowest official breakwater is 4 m. */
const sliverMeters = 2;

function meanWidthMeters(ring: Ring): number {
  let length = 0;
  ring.forEach((a, at) => {
    const b = ring[(at + 1) % ring.length]!;
    length += Math.hypot((b[0] - a[0]) * metersPerStepX, (b[1] - a[1]) * metersPerStepY);
  });
  return (2 * ringHectares(ring) * 10_000) / length;
}

function ringProblems(geometry: Geometry): string[] {
  const problems: string[] = [];
  if (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') {
    const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
    if (rings.some((ring) => ring.length < 4 || ring[0]!.join() !== ring.at(-1)!.join()))
      problems.push('ring not closed');
  }
  for (const rings of gridPolygons(geometry)) {
    rings.forEach((ring, at) => {
      if (doubleArea(ring) > 0 !== (at === 0)) problems.push('ring turns the wrong way');
      if (new Set(ring.map(pointKey)).size !== ring.length) problems.push('ring comes back to a point');
    });
    if (invalidIntersections(rings) > 0) problems.push('outline crosses itself');
  }
  return [...new Set(problems)];
}

const atMostSixDecimals = (value: number): boolean => Number(value.toFixed(6)) === value;

/** Valid polygons, coordinates inside the city's box with at most 6 decimals. */
export function shapeLines({ layers }: BuiltLayers, { wideLayers }: CityChecks): CheckLine[] {
  const outside: string[] = [];
  const fine: string[] = [];
  const invalid: string[] = [];
  const slivers: string[] = [];
  const twice: string[] = [];
  let placed = 0;
  let areas = 0;
  for (const [id, members] of layers) {
    const [west, south, east, north] = wideLayers.includes(id) ? city.frame : city.bbox;
    const drawn = new Map<string, string>();
    for (const { geometry, properties } of members) {
      if (geometry === null) continue;
      placed++;
      const label = `${id} ${properties.name}`;
      const positions = [...positionsOf(geometry)];
      if (positions.some(([x, y]) => !(x >= west && x <= east && y >= south && y <= north)))
        outside.push(label);
      if (!positions.every(([x, y]) => atMostSixDecimals(x) && atMostSixDecimals(y))) fine.push(label);
      const polygons = gridPolygons(geometry);
      if (polygons.length === 0) continue;
      areas++;
      const other = 'drawnWith' in properties ? undefined : drawn.get(JSON.stringify(geometry));
      if (other !== undefined) twice.push(`${label}: as ${other}`);
      drawn.set(JSON.stringify(geometry), properties.name);
      const problems = ringProblems(geometry);
      if (problems.length > 0) invalid.push(`${label}: ${problems.join(', ')}`);
      const width = Math.min(...polygons.map(([outer]) => meanWidthMeters(outer!)));
      if (width < sliverMeters) slivers.push(`${label}: a part ${width.toFixed(1)} m wide`);
    }
  }
  return [
    problemLine('coordinates lie inside the box of the city (base layers: its frame)', placed, outside),
    problemLine('coordinates have at most 6 decimals', placed, fine),
    problemLine('polygons are closed, right-handed and do not cross themselves', areas, invalid),
    problemLine('no outline is drawn twice, one feature over another', areas, twice),
    problemLine(`no part of a polygon is a sliver (mean width under ${sliverMeters} m)`, areas, slivers),
  ];
}
