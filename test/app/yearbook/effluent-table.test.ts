import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { effluentTable } from '../../../src/app/yearbook/effluent-table.js';
import { yearbookDocumentSchema } from '../../../src/catalog/yearbook-document.js';

const { effluent } = v.parse(
  yearbookDocumentSchema,
  JSON.parse(readFileSync(new URL('../../../public/tiles/yearbook.json', import.meta.url), 'utf8')),
);

it('keeps every result, and puts each under its own centre and line', () => {
  const { columns, rows } = effluentTable(effluent);
  expect(rows.flatMap(({ results }) => results).filter((result) => result !== null)).toHaveLength(
    effluent.length,
  );
  for (const { item, results } of rows) {
    expect(results).toHaveLength(columns.length);
    for (const [column, result] of results.entries())
      expect(result).toMatchObject({ ...columns[column], item });
  }
});

it('leaves a gap where a centre has no result for an item', () => {
  const { columns, rows } = effluentTable(effluent.slice(1));
  expect(columns.map(({ centre }) => centre)).toContain('西戸崎');
  expect(rows[0]?.results.filter((result) => result === null)).toHaveLength(1);
});
