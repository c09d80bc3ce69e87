import type { CityFacts } from './city-facts.js';
import { roundHectares, type CityModel } from './city-model.js';
import { feature, type Feature } from './feature.js';

/**
 * Borders between two districts are borders of towns, which the census has within 10 m (town-accuracy.ts); the line that
 * sewers divide along may leave them by the width of a street or a river, 20 m.
 */
const censusAccuracyMeters = 30;
/** Without a census they run half-way between two town points: within 100 m of the real ones, and as much again. */
const cellAccuracyMeters = 150;

/** The outer edge follows a rule, not a border: against printed areas whole wards differ by a fifth, villages by more. */
export const outerAccuracyMeters = 300;

/** Why some towns of a district may not belong to it. */
function doubtsOf({ membershipDoubts }: CityFacts, district: string) {
  return membershipDoubts
    .filter((doubt) => doubt.district === district)
    .map(({ id, alternatives, reason, reason_en: reasonEn, page }) => ({
      id,
      alternatives: alternatives.map((name) => (name === 'none' ? null : name)),
      ...{ reason, reasonEn, page },
    }));
}

/** Treatment districts, in the order of their table: the cells of their towns, as far as the planned sewer area reaches. */
export function treatmentDistrictLayer({
  facts,
  mesh,
  districtOf,
  area,
  geometry: { census },
}: CityModel): Feature<'treatmentDistrict'>[] {
  return facts.treatmentDistricts.map((fact, at) => {
    const name = fact.district;
    const centre = facts.treatmentCentres.find((row) => row.district === name);
    if (centre === undefined) throw new Error(`${name}: no treatment centre`);
    const drawn = area((face) => {
      const town = mesh.townOf[face] ?? null;
      return town !== null && mesh.plannedOf[face]! && districtOf.get(town) === name;
    });
    return feature(
      'treatmentDistrict',
      {
        id: `treatment-district-${at + 1}`,
        name,
        nameEn: fact.name_en,
        centre: centre.name,
        centreEn: centre.name_en,
        sewerSystem: fact.sewer_system,
        plannedAreaHectares: fact.planned_area_ha,
        drawnAreaHectares: roundHectares(drawn.hectares),
        extent: fact.extent,
        source: facts.credits.document.source,
        page: fact.page,
        asOf: fact.asOf,
        method: 'constructed',
        accuracyMeters: census ? censusAccuracyMeters : cellAccuracyMeters,
        outerAccuracyMeters,
        membershipDoubts: doubtsOf(facts, name),
        note: '表の区域の言葉から町ごとに処理区を決め、国勢調査の町の範囲をつなげた推定の輪郭です。外側の縁は、町・駅・避難所に近い土地までとした目安です。',
      },
      drawn.geometry,
    );
  });
}
