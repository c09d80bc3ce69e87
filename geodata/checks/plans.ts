import type { CheckLine } from '../tables/sum-check.js';
import { insideRings } from '../mesh/grid.js';
import { samplePoint } from '../mesh/planar-mesh.js';
import { areaLine, featuresOf, hectares, strays } from './areas.js';
import { manyLine, type BuiltLayers } from './built-layers.js';
import { gridPolygons } from './crossings.js';

/** Yearbook p. 21: priority districts of each ward. */
const priorityCounts: Readonly<Record<string, number>> = {
  東区: 5,
  博多区: 12,
  中央区: 1,
  南区: 7,
  城南区: 1,
  早良区: 3,
  西区: 4,
};

/** Priority districts by ward, Rainbow Plan areas against their stated hectares. */
export function planLines(built: BuiltLayers): CheckLine[] {
  const priority = featuresOf(built, 'priority-districts', 'priorityDistrict');
  const wards = featuresOf(built, 'wards', 'ward');
  const rainbow = featuresOf(built, 'rainbow-plan', 'rainfallPlan');
  const counts = Object.keys(priorityCounts).map(
    (ward) => priority.filter((each) => each.properties.ward === ward).length,
  );
  const outside = priority.flatMap((each) =>
    strays(
      [each],
      wards.filter((ward) => ward.properties.name === each.properties.ward),
    ),
  );
  const empty = priority.flatMap((each) => {
    const [polygon] = gridPolygons(each.geometry);
    return polygon !== undefined && insideRings(samplePoint(polygon), polygon) ? [] : [each.properties.name];
  });
  return [
    {
      ok: counts.join() === Object.values(priorityCounts).join(),
      text: `priority districts: ${priority.length}, by ward ${counts.join(', ')} (p. 21: ${Object.values(priorityCounts).join(', ')})`,
    },
    manyLine('priority districts lie inside their ward', priority.length, outside),
    manyLine('priority districts have an inside point', priority.length, empty),
    ...rainbow.map((each) =>
      areaLine(each.properties.name, hectares(each), each.properties.statedAreaHectares, 15),
    ),
  ];
}
