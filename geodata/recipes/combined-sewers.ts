import { readTable } from '../cities/fukuoka/tables/tables.js';
import { roundHectares, type City } from './city.js';
import { credits } from './credits.js';
import { feature, type Feature } from './feature.js';
import { townId } from './town-id.js';

/** Flood works that the separation goes with (p. 57): the towns they are drawn from serve here too. */
const drawnFrom: Readonly<Record<string, { id: string; plan: string; part: string; note: string }>> = {
  '博多駅周辺地区（分流化）': {
    id: 'hakata',
    plan: '雨水整備レインボープラン博多',
    part: 'whole',
    note: '浸水対策と合わせて分流化を進めるとの記述（p. 57）から、レインボープラン博多の区域で示した推定。',
  },
  '天神周辺地区（分流化）': {
    id: 'tenjin',
    plan: '雨水整備レインボープラン天神',
    part: 'phase2',
    note: '浸水対策と合わせて分流化を進めるとの記述（p. 57）から、レインボープラン天神 第2期の区域で示した推定。',
  },
};

/** Combined sewers (2,494 ha, no outline published) and the areas being separated (p. 57). */
export function combinedSewerLayer({ inputs, townArea }: City): Feature<'combinedSewer'>[] {
  return readTable('combined-sewer-improvement')
    .filter((fact) => fact.kind === 'area')
    .map((fact) => {
      const from = drawnFrom[fact.item];
      const towns = from
        ? inputs.rainbowTowns.filter((row) => row.plan === from.plan && row.part === from.part)
        : [];
      const drawn = from
        ? townArea(new Set(towns.map((row) => townId({ ward: row.ward, name: row.town }))))
        : null;
      return feature(
        'combinedSewer',
        {
          id: `combined-sewer-${from?.id ?? 'whole'}`,
          name: fact.item,
          nameEn: fact.item_en,
          kind: from ? 'separation' : 'whole',
          statedAreaHectares: fact.value,
          drawnAreaHectares: drawn ? roundHectares(drawn.hectares) : null,
          source: credits.yearbook,
          page: fact.page,
          asOf: fact.asOf,
          method: from ? 'constructed' : 'transcribed',
          accuracyMeters: from ? 250 : null,
          note: from?.note ?? `${fact.note ?? ''}。区域の輪郭は公表資料にない（位置未公表）。`,
        },
        drawn?.geometry ?? null,
      );
    });
}
