import { roundHectares, type CityModel } from './city-model.js';
import { feature, type Feature } from './feature.js';
import { townId } from './town-id.js';

/** Combined sewers as a whole (their outline is published nowhere) and the areas being separated. */
export function combinedSewerLayer({ facts, townArea }: CityModel): Feature<'combinedSewer'>[] {
  return facts.combinedSewers
    .filter((fact) => fact.kind === 'area')
    .map((fact) => {
      const from = facts.separationAreas.find(({ item }) => item === fact.item);
      const towns = from
        ? facts.planTowns.filter((row) => row.plan === from.plan && row.part === from.part)
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
          source: facts.credits.document.source,
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
