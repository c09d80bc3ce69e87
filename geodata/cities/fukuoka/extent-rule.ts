import type { CityExtentRule } from '../../recipes/city-facts.js';

/**
 * The one rule for how far the planned sewer area reaches, the same figures everywhere in the city.
 *
 * Sewers are planned where people live and work, so the area is what lies near their known points:
 * - the whole of a 丁目 or 町 up to 45 ha (all but the port, parks and the edge of the hills); of a larger one 190 m
 *   around its point;
 * - 190 m around a station, and 150 m around a building that serves as evacuation shelter, in a 丁目 or 町;
 * - a 大字 is a village in open land: 150 m around its shelter buildings, or around its own point when it has
 *   none (the 11 village schemes of 表II-1 have 189 ha together: 17 ha each, of which the houses around two shelters
 *   make up most). What is left of a 大字 whose name moved on to 丁目 is hillside and gets nothing of its own;
 * - a thing with a published area (geometry/extent-seeds.csv): a disc of that area.
 * Towns in no district get nothing. Then gaps narrower than 160 m are closed, enclosed remnants under 60 ha are
 * filled, fragments under 2 ha dropped.
 * The figures were chosen against the planned total of 表II-2, anew when towns became outlines of the census; none belongs to a single district.
 */
export const extentRule: CityExtentRule = {
  townMeters: 190,
  buildingMeters: 150,
  villageMeters: 150,
  wholeCellHectares: 45,
  closingMeters: 80,
  fillHectares: 60,
  dropHectares: 2,
};
