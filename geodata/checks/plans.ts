import type { CheckLine } from '../tables/sum-check.js';
import type { Feature } from '../recipes/feature.js';
import { insideRings } from '../mesh/grid.js';
import { samplePoint } from '../mesh/planar-mesh.js';
import { areaLine, featuresOf, hectares, strayFeatures } from './areas.js';
import { problemLine, type BuiltLayers } from './built-layers.js';
import type { CityChecks } from '../cities/city-checks.js';
import { gridPolygons } from './crossings.js';

/** Priority districts by ward, areas of the rainfall plans against their stated hectares. */
export function planLines(built: BuiltLayers, { priorityCounts }: CityChecks): CheckLine[] {
  const priority = featuresOf(built, 'priorityDistrict');
  const wards = featuresOf(built, 'ward');
  const rainfallPlans = featuresOf(built, 'rainfallPlan');
  const outside = priority.flatMap((each) =>
    strayFeatures(
      [each],
      wards.filter((ward) => ward.properties.name === each.properties.ward),
    ),
  );
  const empty = priority.flatMap((each) => {
    const [polygon] = gridPolygons(each.geometry);
    return polygon !== undefined && insideRings(samplePoint(polygon), polygon) ? [] : [each.properties.name];
  });
  return [
    ...(priorityCounts ? [countLine(priority, priorityCounts)] : []),
    problemLine('priority districts lie inside their ward', priority.length, outside),
    problemLine('priority districts have an inside point', priority.length, empty),
    ...rainfallPlans.map((each) =>
      areaLine(each.properties.name, hectares(each), each.properties.statedAreaHectares, 15),
    ),
  ];
}

function countLine(
  priority: readonly Feature<'priorityDistrict'>[],
  { page, byWard }: NonNullable<CityChecks['priorityCounts']>,
): CheckLine {
  const counts = Object.keys(byWard).map(
    (ward) => priority.filter((each) => each.properties.ward === ward).length,
  );
  const due = Object.values(byWard);
  return {
    ok: counts.join() === due.join(),
    text: `priority districts: ${priority.length}, by ward ${counts.join(', ')} (p. ${page}: ${due.join(', ')})`,
  };
}
