import type { CityExtentRule } from '../../recipes/city-facts.js';

/**
 * The one rule for how far the planned sewer area reaches, the same figures everywhere in the city.
 *
 * Sewers are planned where people live and work, so the area is the built land:
 * - built is what lies within 45 m of a block of a 丁目, 60 m of a lot elsewhere, 30 m of a building or a street of
 *   houses, and land in use (schools, hospitals, works, shops, railways); woods, fields, beaches and water are not;
 * - land belongs where three quarters of the land within 130 m is built, or within 20 m of a block of a 丁目; it is grown
 *   by 80 m and shrunk by 40 m, so that gaps narrower than 160 m close and the edge of a town is where its houses end;
 * - towns in no district get nothing, those of facts/planned-towns.csv are planned whole; then enclosed remnants under
 *   30 ha are filled, fragments under 6 ha dropped (the 11 village schemes of 表II-1 have 17 ha each).
 * The figures were chosen against the planned areas of 表II-2 and, by ward, of 表III-1 together; none belongs to a single
 * district, and shares from 0.6 to 0.8, windows from 100 to 140 m give districts within 10 % of the plan as well.
 */
export const extentRule: CityExtentRule = {
  built: { share: 0.75, windowMeters: 130, growMeters: 80, shrinkMeters: 40 },
  blockMeters: 45,
  lotMeters: 60,
  houseMeters: 30,
  certainMeters: 20,
  fillHectares: 30,
  dropHectares: 6,
};
