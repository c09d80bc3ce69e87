import { readTable } from '../cities/fukuoka/tables/tables.js';
import { roundHectares, type City } from './city.js';
import { credits } from './credits.js';
import { feature, type Feature } from './feature.js';
import { townId } from './town-id.js';

const order = ['whole', 'phase1', 'phase2'] as const;
const ids: Readonly<Record<string, string>> = {
  雨水整備レインボープラン天神: 'tenjin',
  雨水整備レインボープラン博多: 'hakata',
};
const partWords = {
  whole: { ja: '全体', en: 'whole' },
  phase1: { ja: '第1期', en: 'phase 1' },
  phase2: { ja: '第2期', en: 'phase 2' },
} as const;
/** 博多's own section gives no area; the sewers to be separated there (p. 57) cover about 300 ha. */
const statedElsewhere: Readonly<Record<string, number>> = { 雨水整備レインボープラン博多: 300 };

/** Areas of the two Rainbow Plans and the phases of 天神 (p. 22–23), from the towns they name. */
export function rainbowPlanLayer({ inputs, townArea }: City): Feature<'rainfallPlan'>[] {
  const facts = readTable('rainbow-plan');
  const inOrder = [...facts].sort((a, b) => order.indexOf(a.part) - order.indexOf(b.part));
  return inOrder.map((fact) => {
    const towns = inputs.rainbowTowns.filter((row) => row.plan === fact.plan && row.part === fact.part);
    const drawn = townArea(new Set(towns.map((row) => townId({ ward: row.ward, name: row.town }))));
    const stated = fact.area_ha ?? statedElsewhere[fact.plan];
    const id = ids[fact.plan];
    if (stated === undefined || id === undefined) throw new Error(`${fact.plan}: no stated area or id`);
    return feature(
      'rainfallPlan',
      {
        id: `rainbow-${id}-${fact.part}`,
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
        source: credits.yearbook,
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
