import type { Citation } from '../catalog/provenance.js';
import type { Translation } from '../i18n/translation.js';

/** Kinds of figures that must never look alike. */
export type FigureKind = 'plain' | 'design' | 'scenario';

export interface Fact {
  label: string;
  value: string;
  /** A smaller word beside the value. */
  note?: string;
  kind?: FigureKind;
}

export interface Section {
  id:
    | 'treatment'
    | 'rainfall'
    | 'priority'
    | 'inundation'
    | 'river-flood'
    | 'nearest'
    | 'programmes'
    | 'method';
  title: string;
  facts: Fact[];
  sentences: string[];
  /** Said first and marked: something could not be decided or is missing. */
  warning: string | null;
  /** Document, page and date of the figures above. */
  sources: string[];
}

/** 福岡市の下水道 令和7年度版 9ページ（2025年3月31日時点） */
export function sourceText(source: Citation, asOf: string | null, { t, format, name }: Translation): string {
  const document =
    source.page === null
      ? name(source.document)
      : t.report.source({ document: name(source.document), page: format.number(source.page, 0) });
  return asOf === null ? document : `${document}${t.report.asOfInBrackets({ date: format.date(asOf) })}`;
}

/** Facts whose value is known; an unpublished one is left out rather than shown as nothing. */
export function presentFacts(...facts: (Fact | null)[]): Fact[] {
  return facts.filter((fact) => fact !== null);
}

export function factIf<Value>(value: Value | null, fact: (value: Value) => Fact): Fact | null {
  return value === null ? null : fact(value);
}
