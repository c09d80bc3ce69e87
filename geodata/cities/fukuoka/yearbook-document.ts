import * as v from 'valibot';
import { yearbookDocumentSchema, type YearbookDocument } from '../../../src/catalog/yearbook-document.js';
import { readTable } from './tables/tables.js';
import { effluentItems } from './effluent-items.js';

const shownItems = new Set<string>(['pH', ...effluentItems.map(({ item }) => item)]);

/**
 * Content of public/tiles/yearbook.json; throws when a fact does not keep the document's schema.
 * @param yearbook name of the document
 */
export function yearbookFile(yearbook: string): string {
  const document: YearbookDocument = {
    document: yearbook,
    operation: readTable('operation-fy2024').flatMap(({ page, asOf, centre, unit, value, ...fact }) =>
      value === null
        ? []
        : [
            {
              page,
              asOf,
              centre,
              measure: { ja: fact.measure, en: fact.measure_en },
              unit,
              value,
              fiscalYear: fact.fiscal_year,
            },
          ],
    ),
    effluent: readTable('effluent-quality-fy2024')
      .filter(({ item }) => shownItems.has(item))
      .map(({ page, asOf, centre, series, unit, low, high, standard, ...fact }) => ({
        page,
        asOf,
        centre,
        series,
        item: { ja: fact.item, en: fact.item_en },
        unit,
        low,
        high,
        standard,
        fiscalYear: fact.fiscal_year,
      })),
    floods: readTable('floods').map(({ page, asOf, from, to, ...fact }) => ({
      page,
      asOf,
      from,
      to,
      where: { ja: fact.where_ja, en: fact.where_en },
      effect: { ja: fact.effect_ja, en: fact.effect_en },
      rainfallMillimeters: fact.rainfall_mm_total,
      rainfallMmPerHour: fact.rainfall_mm_per_hour,
      housesMoreThan: fact.houses_more_than,
    })),
    runoffSubsidies: readTable('runoff-subsidies').map(({ page, asOf, ...fact }) => ({
      page,
      asOf,
      facility: { ja: fact.facility, en: fact.facility_en },
      case: { ja: fact.case_ja, en: fact.case_en },
      where: { ja: fact.where_ja, en: fact.where_en },
      limit: { ja: fact.limit_ja, en: fact.limit_en },
      shareOfCost: fact.share_of_cost,
      amountYen: fact.amount_yen,
      amountUnit: fact.amount_unit,
      capYen: fact.cap_yen,
    })),
    septicTankSubsidies: readTable('septic-tank-subsidies').map(({ page, asOf, ...fact }) => ({
      page,
      asOf,
      personsFrom: fact.persons_from,
      personsTo: fact.persons_to,
      limitYen: fact.limit_yen,
    })),
    glossary: readTable('glossary').map(({ page, asOf, term, reading, ...fact }) => ({
      page,
      asOf,
      term,
      reading,
      definition: { ja: fact.definition_ja, en: fact.definition_en },
    })),
  };
  return `${JSON.stringify(v.parse(yearbookDocumentSchema, document))}\n`;
}
