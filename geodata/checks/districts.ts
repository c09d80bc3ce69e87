import { city } from '../../src/catalog/city.js';
import type { CheckLine } from '../tables/sum-check.js';
import { insideRings } from '../mesh/grid.js';
import { samplePoint } from '../mesh/planar-mesh.js';
import { areaLine, edgesOf, featuresOf, hectares, strayFeatures } from './areas.js';
import { problemLine, type BuiltLayers } from './built-layers.js';
import { gridPolygons, invalidIntersections } from './crossings.js';

/** Treatment districts: no overlap, inside the city, areas beside the planned hectares that are printed. */
export function districtLines(built: BuiltLayers): CheckLine[] {
  const districts = featuresOf(built, 'treatmentDistrict');
  const wards = featuresOf(built, 'ward');
  const names = districts.map((each) => each.properties.name);
  const rings = districts.flatMap((each) => gridPolygons(each.geometry)).flat();
  const edges = edgesOf(rings);
  const keys = new Set(edges.map(({ key }) => key));
  const shared = edges.filter(({ twin }) => keys.has(twin)).length / 2;
  const nested = districts.flatMap((each) =>
    gridPolygons(each.geometry).flatMap((polygon) => {
      const inner = samplePoint(polygon);
      return districts
        .filter(
          (other) =>
            other !== each && gridPolygons(other.geometry).some((rings) => insideRings(inner, rings)),
        )
        .map((other) => `${each.properties.name} lies in ${other.properties.name}`);
    }),
  );
  const crossings = invalidIntersections(rings);
  const clean = crossings === 0 && nested.length === 0 && keys.size === edges.length;
  const drawn = districts.map(hectares);
  const planned = districts.map((each) => each.properties.plannedAreaHectares);
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  return [
    {
      ok: names.join() === city.districts.join(),
      text: `treatment districts: ${names.length}, ${names.join('・')}`,
    },
    {
      ok: clean,
      text: clean
        ? `treatment districts do not overlap; ${shared} segments are shared, vertex by vertex`
        : `treatment districts overlap: ${crossings} crossings, ${edges.length - keys.size} double edges, ${nested.join(', ')}`,
    },
    problemLine('treatment districts lie inside the city', districts.length, strayFeatures(districts, wards)),
    ...districts.map((each, at) =>
      areaLine(`treatment district ${each.properties.name}`, drawn[at]!, planned[at]!, 10),
    ),
    areaLine('all treatment districts', sum(drawn), sum(planned), 5),
    problemLine(
      'drawnAreaHectares is the area of the shape',
      districts.length,
      districts.flatMap((each, at) =>
        Math.abs(each.properties.drawnAreaHectares - drawn[at]!) < 1 ? [] : [each.properties.name],
      ),
    ),
  ];
}
