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

/**
 * The outer edge follows the end of built land. `check` holds it to this: at least 99.5 % of the blocks of 丁目, where all but
 * 0.3 % of the people have sewers (表III-1), lie inside, and each district has its planned hectares within 10 %. Where the
 * ground is not known, sewered towns are drawn whole, and the edge may lie far inside.
 */
const builtEdgeMeters = 40;
const townEdgeMeters = 300;

/** Accuracy of the districts' outer edge, metres: where zones are published, theirs, and around villages beside them the built land's. */
const outerAccuracyMeters = ({
  geometry: { builtGround },
  zoned,
}: Pick<CityModel, 'geometry' | 'zoned'>): number => {
  const built = builtGround ? builtEdgeMeters : townEdgeMeters;
  return zoned ? Math.max(zoned.accuracyMeters, built) : built;
};

/** What a district says of how it was drawn, and from which data sets besides its document. */
const drawnBy = '表の区域の言葉から町ごとに処理区を決め、国勢調査の町の範囲をつなげた推定の輪郭です。';
const builtEdge =
  '外側の縁は、街区・建物・住宅地の道路が集まる土地までとした目安です（背景の資料の一部は © OpenStreetMap contributors）。';
const zonedEdge =
  '外側の縁は用途地域の縁です。用途地域のない大字の集落だけは、建物などが集まる土地までとした目安です（背景の資料の一部は © OpenStreetMap contributors）。';

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
export function treatmentDistrictLayer(city: CityModel): Feature<'treatmentDistrict'>[] {
  const { facts, mesh, districtOf, area, geometry, zoned } = city;
  const { source } = facts.credits.document;
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
        source: zoned ? `${source}。外側の縁は${zoned.source}（${zoned.asOf}）` : source,
        page: fact.page,
        asOf: fact.asOf,
        method: 'constructed',
        accuracyMeters: geometry.census ? censusAccuracyMeters : cellAccuracyMeters,
        outerAccuracyMeters: outerAccuracyMeters(city),
        membershipDoubts: doubtsOf(facts, name),
        note: `${drawnBy}${zoned ? zonedEdge : builtEdge}`,
      },
      drawn.geometry,
    );
  });
}
