import { roundHectares, type CityModel } from './city-model.js';
import { feature, type Feature } from './feature.js';
import { townId } from './town-id.js';

const order = ['whole', 'phase1', 'phase2'] as const;
const partWords = {
  whole: { ja: '全体', en: 'whole' },
  phase1: { ja: '第1期', en: 'phase 1' },
  phase2: { ja: '第2期', en: 'phase 2' },
} as const;
/** Areas of the plans that go beyond the city-wide level, and of their phases, from the towns they name. */
export function rainfallPlanLayer({ facts, townArea }: CityModel): Feature<'rainfallPlan'>[] {
  const inOrder = [...facts.rainfallPlans].sort((a, b) => order.indexOf(a.part) - order.indexOf(b.part));
  return inOrder.map((fact) => {
    const towns = facts.planTowns.filter((row) => row.plan === fact.plan && row.part === fact.part);
    const drawn = townArea(new Set(towns.map((row) => townId({ ward: row.ward, name: row.town }))));
    const { id, statedElsewhere } = facts.rainfallPlanExtras[fact.plan] ?? {};
    const stated = fact.area_ha ?? statedElsewhere;
    if (stated === undefined || id === undefined) throw new Error(`${fact.plan}: no stated area or id`);
    return feature(
      'rainfallPlan',
      {
        id: `${id}-${fact.part}`,
        name: `${fact.plan}（${partWords[fact.part].ja}）`,
        // Without a comma behind a bracket: a label may break there and begin its line with it.
        nameEn: fact.plan_en.replace(/ (?=\()|$/, ` – ${partWords[fact.part].en} `).trim(),
        plan: fact.plan,
        planEn: fact.plan_en,
        part: fact.part,
        targetMmPerHour: fact.target_mm_per_hour,
        stageMmPerHour: fact.stage_mm_per_hour,
        period: fact.period_era.replace('-', '–'),
        statedAreaHectares: stated,
        drawnAreaHectares: roundHectares(drawn.hectares),
        source: facts.credits.document.source,
        page: fact.page,
        asOf: fact.asOf,
        method: 'constructed',
        accuracyMeters: 150,
        note: `${[...new Set(towns.map((row) => row.basis))].join('。')}。`,
      },
      drawn.geometry,
    );
  });
}
