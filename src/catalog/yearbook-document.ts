import * as v from 'valibot';

/**
 * Facts of the yearbook that belong to a district, a programme or the whole city rather than to a point:
 * `public/tiles/yearbook.json`, built from the city’s facts/ and vouched for by the manifest.
 * Every row carries its page and as-of date. Texts are in Japanese and English, the languages of the facts.
 */
const text = v.pipe(v.string(), v.minLength(1));
const bilingual = v.object({ ja: text, en: text });
const cited = { page: v.number(), asOf: text };
const nullableNumber = v.nullable(v.number());

export const yearbookDocumentSchema = v.object({
  document: text,
  /** 表V-1: what a centre did in the last year */
  operation: v.array(
    v.object({
      ...cited,
      /** Treatment district name (中部) */
      centre: text,
      measure: bilingual,
      unit: text,
      value: v.number(),
      fiscalYear: v.number(),
    }),
  ),
  /** 表V-3: the effluent against its standard; `below` the limit of quantification gives null */
  effluent: v.array(
    v.object({
      ...cited,
      centre: text,
      series: v.nullable(v.string()),
      item: bilingual,
      unit: v.nullable(v.string()),
      low: nullableNumber,
      high: nullableNumber,
      standard: v.nullable(v.string()),
      fiscalYear: v.number(),
    }),
  ),
  /** Chapter VIII: floods with the rain that was measured (observations, never design levels) */
  floods: v.array(
    v.object({
      ...cited,
      from: text,
      to: text,
      where: bilingual,
      effect: bilingual,
      rainfallMillimeters: nullableNumber,
      rainfallMmPerHour: nullableNumber,
      housesMoreThan: nullableNumber,
    }),
  ),
  /** p. 59: rain tanks and infiltration, yen */
  runoffSubsidies: v.array(
    v.object({
      ...cited,
      facility: bilingual,
      case: bilingual,
      where: bilingual,
      limit: bilingual,
      shareOfCost: text,
      amountYen: v.number(),
      amountUnit: v.picklist(['cap', 'yen_per_piece', 'yen_per_m']),
      capYen: v.number(),
    }),
  ),
  /** p. 71: septic tanks outside the sewer area, yen by persons */
  septicTankSubsidies: v.array(
    v.object({ ...cited, personsFrom: v.number(), personsTo: nullableNumber, limitYen: v.number() }),
  ),
  /** p. 106–116, our own short definitions */
  glossary: v.array(v.object({ ...cited, term: text, reading: text, definition: bilingual })),
});
export type YearbookDocument = v.InferOutput<typeof yearbookDocumentSchema>;
