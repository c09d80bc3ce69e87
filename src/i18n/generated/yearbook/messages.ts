// Made from src/i18n/locales by `npm run messages`: change those, not this.
/** Words beside the yearbook’s tables. */
export interface YearbookMessages {
  title: string;
  failed: string;
  areas: string;
  areasLead: string;
  district: string;
  planned: string;
  drawn: string;
  difference: string;
  sum: string;
  facilities: string;
  exception: string;
  missing: string;
  bring: string;
  floods: string;
  floodsHere: string;
  floodsLead: string;
  total: string;
  hourly: string;
  houses: string;
  operation: string;
  fiscalYear: (d: { year: string | number }) => string;
  effluent: string;
  item: string;
  limit: string;
  below: string;
  line: (d: { series: string | number }) => string;
  glossary: string;
  term: string;
  meaning: string;
  page: string;
  housesMoreThan: (d: { houses: string | number }) => string;
  units: Readonly<Record<string, string>>;
}
