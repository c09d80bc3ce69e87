import * as v from 'valibot';
import { date, optionalDate, optionalNumber, optionalText, text } from '../../../tables/columns.js';
import { table } from '../../../tables/table.js';
import { tail } from './tail.js';

const rain = {
  rainfall_mm_total: optionalNumber,
  rainfall_mm_per_hour: optionalNumber,
  houses_more_than: optionalNumber,
};

/** Chapter VIII and the glossary; every sentence in this project's own words. */
export const historyTables = {
  chronology: table('chronology', {
    title: {
      ja: '福岡市の下水道のあゆみ（交流・派遣・会議を除く）',
      en: 'Chronology (visits, missions and conferences left out)',
    },
    page: '77–89',
    pageBasis: 'breaks',
    columns: v.object({
      date: optionalDate,
      date_era: optionalText,
      /**
       * printed: the year column · other-page: fixed by another page of the yearbook · outside: widely known ·
       * uncertain: the text's year column is shifted or lost here
       */
      date_basis: v.picklist(['printed', 'other-page', 'outside', 'uncertain']),
      kind: v.picklist(['flood', 'plan', 'opening', 'organisation', 'earthquake', 'other']),
      title_ja: text,
      title_en: text,
      ...rain,
      place: optionalText,
      ...tail,
    }),
  }),
  floods: table('floods', {
    title: { ja: '大水害', en: 'Great floods' },
    page: '78–85',
    pageBasis: 'breaks',
    columns: v.object({
      from: date,
      to: date,
      date_era: text,
      where_ja: text,
      where_en: text,
      ...rain,
      effect_ja: text,
      effect_en: text,
      ...tail,
    }),
  }),
  glossary: table('glossary', {
    title: { ja: '下水道用語解説（要約）', en: 'Glossary, in short' },
    page: '106–116',
    pageBasis: 'breaks',
    columns: v.object({
      term: text,
      reading: text,
      definition_ja: text,
      definition_en: text,
      /** break: fixed by a sentence that runs over a page break · interpolated: may be off by one */
      page_basis: v.picklist(['break', 'interpolated']),
      ...tail,
    }),
  }),
} as const;
