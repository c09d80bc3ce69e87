import { city } from '../../src/catalog/city.js';
import { readTable } from '../cities/fukuoka/tables/tables.js';
import { roundHectares, type City } from './city.js';
import { credits } from './credits.js';
import { feature, type Feature } from './feature.js';

/**
 * Borders between two districts run half-way between two town points: real town borders lie within about
 * 100 m of that, and a district line may leave the town border by as much again along a river or a road.
 */
const accuracyMeters = 150;

/** The outer edge follows a rule, not a border: against table III-1 whole wards differ by a fifth, villages by more. */
export const outerAccuracyMeters = 300;

/** The 7 treatment districts (表II-2): the cells of their towns, as far as the planned sewer area reaches. */
export function treatmentDistrictLayer({ mesh, districtOf, area }: City): Feature<'treatmentDistrict'>[] {
  const facts = readTable('treatment-districts');
  const centres = readTable('treatment-centres');
  return city.districts.map((name, at) => {
    const fact = facts.find((row) => row.district === name);
    const centre = centres.find((row) => row.district === name);
    if (fact === undefined || centre === undefined)
      throw new Error(`${name}: no row in treatment-districts or treatment-centres`);
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
        source: credits.yearbook,
        page: fact.page,
        asOf: fact.asOf,
        method: 'constructed',
        accuracyMeters,
        outerAccuracyMeters,
        note: '表の区域の言葉から町ごとに処理区を決め、町の代表点で分けた範囲をつなげた推定の輪郭です。外側の縁は、町・駅・避難所に近い土地までとした目安です。',
      },
      drawn.geometry,
    );
  });
}
