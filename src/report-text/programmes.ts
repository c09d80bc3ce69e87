import type { SiteReport } from '../report/site-report-types.js';
import type { Translation } from '../i18n/translation.js';
import { sourceText, type Section } from './section.js';

function isKnown<Table extends object>(table: Table, id: string): id is keyof Table & string {
  return Object.hasOwn(table, id);
}

export function programmesSection(report: SiteReport, translation: Translation): Section | null {
  const { t } = translation;
  if (report.programmes.length === 0) return null;
  const facts = report.programmes.map(({ id, applies }) => {
    const programme = t.programmes[isKnown(t.programmes, id) ? id : 'other'];
    return { label: programme.name, value: t.report.applies[applies], note: programme.detail };
  });
  return {
    id: 'programmes',
    title: t.report.sections.programmes,
    facts,
    sentences: [],
    warning: null,
    sources: [
      ...new Set(report.programmes.map(({ source }) => sourceText(source, report.asOf, translation))),
    ],
  };
}
