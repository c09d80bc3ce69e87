import { normaliseSewerName } from '../../../src/network/match-alignment.js';
import type { PropertiesOf } from '../../../src/catalog/properties.js';
import { ImportFailure } from '../problem.js';
import { columnFor } from '../mapping.js';
import { firstText, numberOf } from './attributes.js';
import { filteredOut } from './mapped-columns.js';
import { mappedBasics } from './mapped-areas.js';
import { featuresByKey, noteMissing, officialFeature, propertyText } from './official-feature.js';
import type { Attributes, DriverContext, ImportDriver, PropertyValue } from './import-driver.js';

type Status = PropertiesOf<'sewer'>['status'];
type Column = 'name' | 'status' | 'year' | 'source' | 'accuracyMeters';

/** Columns of a file without a mapping, in either language. */
const columns: Readonly<Record<Column, readonly string[]>> = {
  name: ['幹線名', 'trunk'],
  status: ['状況', 'status'],
  year: ['年度', 'fiscal_year'],
  source: ['出典', 'source'],
  accuracyMeters: ['精度m', 'accuracy_m'],
};

/** Words of plans and ledgers for what a trunk's status is. */
const statusWords: readonly (readonly [Status, RegExp])[] = [
  ['planned', /^(planned|計画|計画中|予定|未着手)$/],
  ['under-way', /^(under-way|施工中|工事中|整備中|事業中)$/],
  ['in-service', /^(in-service|供用中|供用|供用開始|完成|完了|既設)$/],
  ['unknown', /^(unknown|不明)$/],
];

function columnsOf(property: Column, { mapping }: DriverContext): readonly string[] {
  const mapped = columnFor(mapping, property);
  return mapped ? [mapped.field] : mapping && Object.keys(mapping.fields).length > 0 ? [] : columns[property];
}

function cell(attributes: Attributes, property: Column, context: DriverContext): string | null {
  const text = firstText(attributes, columnsOf(property, context));
  const values = columnFor(context.mapping, property)?.values;
  return text !== null && values && Object.hasOwn(values, text) ? (values[text] ?? null) : text;
}

function statusOf(attributes: Attributes, context: DriverContext, label: string): Status {
  const word = cell(attributes, 'status', context)?.normalize('NFKC').trim() ?? '';
  const known = statusWords.find(([, pattern]) => pattern.test(word));
  if (!known) context.tally.unknownValue(columnsOf('status', context)[0] ?? 'status', word, label);
  return known?.[0] ?? 'unknown';
}

/** `2027`, `2027年度`, `令和9年度`, `R9` → 2027; null for anything else. */
export function fiscalYear(text: string): number | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s年度]/g, '')
    .replace('元', '1');
  if (/^(19|20)\d\d$/.test(plain)) return Number(plain);
  const [, era = '', year = ''] = /^(令和|平成|昭和|[RHS])(\d{1,2})$/.exec(plain) ?? [];
  const first = { 令和: 2018, R: 2018, 平成: 1988, H: 1988, 昭和: 1925, S: 1925 }[era];
  return first === undefined ? null : first + Number(year);
}

/**
 * What the fiscal year beside a status says: of one in service that it was built by the end of the year before; of one
 * under way or planned when its works begin.
 */
function periodOf(status: Status, year: number | null): Record<string, PropertyValue> {
  if (year === null || status === 'unknown') return {};
  return status === 'in-service' ? { periodEnd: `${year}-03` } : { periodStart: `${year}-04` };
}

function trunkDriver(rule: Pick<ImportDriver, 'id' | 'title'> & Partial<ImportDriver>): ImportDriver {
  return {
    ...mappedBasics,
    layers: ['trunk-sewers'],
    ...rule,
    take(attributes, context) {
      const name = cell(attributes, 'name', context);
      const label = name ?? '?';
      const out = filteredOut(attributes, context.mapping, label);
      if (out) return out;
      if (name === null) return { skip: 'no-name', example: label };
      const status = statusOf(attributes, context, label);
      const written = cell(attributes, 'year', context);
      const year = written === null ? null : fiscalYear(written);
      if (written !== null && year === null)
        context.tally.unknownValue(columnsOf('year', context)[0] ?? 'year', written, label);
      const source = cell(attributes, 'source', context) ?? context.mapping?.source ?? null;
      const [accuracyColumn] = columnsOf('accuracyMeters', context).filter((field) => attributes.has(field));
      const own = accuracyColumn === undefined ? null : numberOf(attributes, accuracyColumn);
      const accuracyMeters = own ?? context.mapping?.accuracyMeters ?? null;
      // A line of which nobody says whose it is, or how well it is known, is no fact.
      if (source === null) return { skip: 'no-source', example: label };
      if (accuracyMeters === null || accuracyMeters < 0) return { skip: 'no-accuracy', example: label };
      return { keep: { name, source, accuracyMeters, status, ...periodOf(status, year) }, label };
    },
    finish(drafts, context) {
      const current = context.current('trunk-sewers');
      const table = featuresByKey(current, (feature) => normaliseSewerName(propertyText(feature, 'name')));
      const found = new Map<string, string>();
      const twice: string[] = [];
      const features = drafts.flatMap(({ label, properties, geometry }) => {
        const { name, source, accuracyMeters, ...facts } = properties;
        const [trunk] = table.get(normaliseSewerName(String(name))) ?? [];
        if (!trunk) {
          context.tally.skip('not-in-table', label);
          return [];
        }
        const id = propertyText(trunk, 'id');
        const earlier = found.get(id);
        if (earlier !== undefined) twice.push(earlier === label ? label : `${earlier} = ${label}`);
        found.set(id, label);
        const own = { ...context, credit: String(source), accuracyMeters: Number(accuracyMeters) };
        const named = { id, name: propertyText(trunk, 'name'), nameEn: propertyText(trunk, 'nameEn') };
        const statusBasis = `${String(source)}（${context.asOf}）`;
        return [officialFeature(own, named, { ...facts, statusBasis }, geometry)];
      });
      if (twice.length > 0) throw new ImportFailure('drawn-twice', [...new Set(twice)].join(', '));
      noteMissing(current, new Set(found.keys()), context);
      return features;
    },
  };
}

/**
 * Lines of the named trunk sewers (幹線) from whoever knows them, in columns of our own: name, status, fiscal year,
 * source and accuracy of each line. Matched by name only, never by nearness.
 */
export const trunkLines = trunkDriver({
  id: 'trunk-lines',
  title: '下水道幹線の線',
  expects: ['幹線名', '状況', '年度', '出典', '精度m'],
  recognises: (fields) =>
    [columns.name, columns.status, columns.source].every((names) => names.some((name) => fields.has(name))),
  needsMapping: false,
  specifiedCrs: 'EPSG:6668',
  credit: '下水道幹線の線（出典は線ごと）',
  accuracyMeters: 0,
});

/** The same with columns of any name, which a mapping file tells. */
export const mappedTrunkLines = trunkDriver({
  id: 'own-trunk-lines',
  title: '下水道幹線の線（自分のファイル）',
  requires: ['status'],
});
