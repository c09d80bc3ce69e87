import type { WorkbenchMessages } from '../../i18n/messages.js';
import type { Design } from './design.js';
import type { CalculationText } from './calculation-drawing.js';
import { calculationRows, type CalculationRow } from './calculation-rows.js';

const sections = ['input', 'rain', 'runoff', 'pipe', 'check'] as const;

/** The calculation in one language: what the panel shows, the PDF prints and the CSV lists. */
export function calculationText(
  design: Design,
  t: WorkbenchMessages['runoff'],
  date: string,
): CalculationText {
  const rows = calculationRows(
    design,
    (kind) => (Object.hasOwn(t.kinds, kind) ? t.kinds[kind as keyof typeof t.kinds] : kind),
    (verdict) => t.sheet.verdicts[verdict],
  );
  const { columns } = t.sheet;
  return {
    title: t.sheet.title,
    subtitle: design.input.name
      ? t.sheet.subtitleNamed({ name: design.input.name, date })
      : t.sheet.subtitle({ date }),
    columns: [columns.item, columns.symbol, columns.formula, columns.value, columns.source],
    sections: sections.flatMap((section) => {
      const own = rows.filter((row) => row.section === section);
      return own.length === 0
        ? []
        : [{ title: t.sheet.sections[section], rows: own.map((row) => cells(row, t)) }];
    }),
    notes: [
      t.rainUse[design.input.rain],
      ...(design.rainHolds ? [] : [t.rainWrong]),
      t.limits,
      t.sheet.disclaimer,
    ],
  };
}

function cells(
  row: CalculationRow,
  t: WorkbenchMessages['runoff'],
): readonly [string, string, string, string, string] {
  const { source } = row;
  const from =
    source === null
      ? ''
      : typeof source === 'string'
        ? t.sheet.sources[source]
        : source.page === null
          ? source.document
          : t.sheet.sources.page({ document: source.document, page: source.page });
  return [t.sheet.labels[row.label], row.symbol, row.formula, `${row.value} ${row.unit}`.trim(), from];
}
