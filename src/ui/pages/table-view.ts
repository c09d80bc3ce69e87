import type { LayerEntry, Unit } from '../../catalog/layer-entry.js';
import type { Translation } from '../../i18n/translation.js';
import type { TableRow } from '../../service/service.js';

export interface Column {
  property: string;
  label: string;
  numeric: boolean;
}

export interface Cell {
  text: string;
  /** What the column sorts by; null sorts last in both directions. */
  key: number | string | null;
}

export interface Line {
  id: string;
  name: string;
  /** false: 位置未公表 */
  placed: boolean;
  cells: readonly Cell[];
}

const numericUnits: ReadonlySet<Unit> = new Set(['ha', 'mm/h', 'm', 'm3', 'm3/day', 'm3/min', 'people']);

export function tableColumns(entry: LayerEntry, { text }: Translation): Column[] {
  return entry.fields.map(({ property, label, unit }) => ({
    property,
    label: text(label),
    numeric: unit !== undefined && numericUnits.has(unit),
  }));
}

const isIsoDate = (value: string) => /^\d{4}-\d{2}(-\d{2})?$/.test(value);

function cellOf(value: unknown, field: LayerEntry['fields'][number], translation: Translation): Cell {
  const { t, format } = translation;
  if (value === null || value === undefined || value === '') return { text: t.tables.unknown, key: null };
  const coded = field.values?.[String(value)];
  if (coded) return { text: translation.text(coded), key: translation.text(coded) };
  if (typeof value === 'boolean') return { text: value ? t.tables.yes : t.tables.no, key: value ? 1 : 0 };
  if (typeof value === 'number') {
    const unit = field.unit ? ` ${t.units[field.unit]}` : '';
    return { text: `${format.number(value, 2)}${unit}`, key: value };
  }
  if (Array.isArray(value)) {
    const text = value.map((one) => translation.name(String(one))).join(t.listSeparator);
    return { text, key: text };
  }
  const text = String(value);
  if (isIsoDate(text)) return { text: format.date(text), key: text };
  return { text: translation.name(format.fiscalPeriod(text)), key: text };
}

export function tableLines(entry: LayerEntry, rows: readonly TableRow[], translation: Translation): Line[] {
  return rows.map(({ id, properties, placed }) => ({
    id,
    name: translation.name(String(properties['name'] ?? id), String(properties['nameEn'] ?? '')),
    placed,
    cells: entry.fields.map((field) =>
      // How a thing was placed means nothing where it was not.
      cellOf(field.property === 'method' && !placed ? null : properties[field.property], field, translation),
    ),
  }));
}

/** Lines in which every word of the filter occurs, in any column. */
export function filterLines(lines: readonly Line[], filter: string): Line[] {
  const words = filter.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
  return lines.filter((line) => {
    const text = [line.name, ...line.cells.map((cell) => cell.text)]
      .join('\n')
      .normalize('NFKC')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

export interface Sorting {
  /** Index of the column; -1 = the name. */
  column: number;
  descending: boolean;
}

export function sortLines(lines: readonly Line[], { column, descending }: Sorting, tag: string): Line[] {
  const collator = new Intl.Collator(tag, { numeric: true });
  const keyOf = (line: Line) => (column < 0 ? line.name : (line.cells[column]?.key ?? null));
  return [...lines].sort((one, other) => {
    const a = keyOf(one);
    const b = keyOf(other);
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
    const order =
      typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
    return descending ? -order : order;
  });
}
