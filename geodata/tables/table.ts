import type * as v from 'valibot';

/** Cells of one row: a schema from string to value for each column of the CSV, in the CSV's order. */
export type Columns = v.ObjectEntries;

/**
 * How the pages of a table were found; the OCR text of the yearbook carries no page marks.
 * - `contents`: the table of contents leaves one page only
 * - `breaks`: breaks of tables or sentences in the text fall exactly on the pages the contents give
 * - `order`: by order between two known pages; may be off by one
 */
export type PageBasis = 'contents' | 'breaks' | 'order';

export interface Table<Row extends v.ObjectSchema<Columns, undefined>> {
  id: string;
  /** CSV in the city's `facts/` */
  file: string;
  title: { ja: string; en: string };
  /** Page or pages in the yearbook, as a reader would look them up: '9', '36–37'. */
  page: string;
  pageBasis: PageBasis;
  /** valibot schema of a row */
  columns: Row;
}

/** Any table, where only its id, title and rows as such matter. */
export type AnyTable = Table<v.ObjectSchema<Columns, undefined>>;

export function table<Row extends v.ObjectSchema<Columns, undefined>>(
  id: string,
  about: Omit<Table<Row>, 'id' | 'file'>,
): Table<Row> {
  return { id, file: `${id}.csv`, ...about };
}
