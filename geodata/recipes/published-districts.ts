import type { Geometry } from 'geojson';
import { areaSquareMeters } from '../../src/geometry/length-area.js';
import { PolygonIndex } from '../../src/geometry/polygon-index.js';
import { sharedAreas } from '../../src/geometry/shared-area.js';
import type { CityModel } from './city-model.js';

/** Less of a town than this is two surveys drawing one border, not a part of it. */
const leastShare = 0.05;

/**
 * Which districts (処理区) hold a town where their outlines were imported: the names of all that hold a part of it
 * worth naming, the largest first and joined; null where none does.
 * @returns null where no outlines were imported, and the city's table says it
 */
export function publishedDistricts(city: CityModel): ((town: Geometry | null) => string | null) | null {
  const districts = city.published('treatment-districts');
  if (!districts) return null;
  const shapes = districts.map(({ geometry }) => geometry as Geometry | null);
  const index = new PolygonIndex(shapes);
  return (town) => {
    const whole = areaSquareMeters(town);
    const parts = [...sharedAreas(town, index, shapes)].filter(([, part]) => part >= whole * leastShare);
    const names = parts.sort((a, b) => b[1] - a[1]).map(([at]) => districts[at]!.properties.name);
    return names.length > 0 ? names.join('・') : null;
  };
}
