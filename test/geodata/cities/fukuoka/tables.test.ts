import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { text } from '../../../../geodata/tables/columns.js';
import { parseTable } from '../../../../geodata/tables/parse-table.js';
import { table } from '../../../../geodata/tables/table.js';
import { tail } from '../../../../geodata/cities/fukuoka/tables/tail.js';
import {
  checkTables,
  factsFolder,
  readTable,
  tableIds,
  tables,
  type TableId,
} from '../../../../geodata/cities/fukuoka/tables/tables.js';

const folder = fileURLToPath(factsFolder);
const bytes = (file: string) => readFileSync(`${folder}${file}`, 'utf8');

/** Tables the layer recipes own; they are not transcribed from the yearbook. */
const recipeTables = [
  'doubtful-towns.csv',
  'membership-doubts.csv',
  'placements.csv',
  'planned-towns.csv',
  'priority-towns.csv',
  'rainbow-towns.csv',
  'reclaimed-water-places.csv',
  'town-districts.csv',
  'zone-towns.csv',
];

describe.each(tableIds)('%s', (id) => {
  const { file, title, page } = tables[id];

  it('is a UTF-8 file with LF ends and no empty line', () => {
    const content = bytes(file);
    expect(content.charCodeAt(0)).not.toBe(0xfeff);
    expect(content).not.toMatch(/\r|\uFFFD|\n\n/);
    expect(content.endsWith('\n')).toBe(true);
  });

  it('has snake_case columns that end with page, asOf, note', () => {
    const columns = (bytes(file).split('\n')[0] ?? '').split(',');
    expect(columns.slice(-3)).toEqual(['page', 'asOf', 'note']);
    for (const column of columns.slice(0, -2)) expect(column).toMatch(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/);
  });

  it('keeps its schema, with a page and a date on every row', () => {
    const rows = readTable(id);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(row.page).toBeGreaterThan(0);
      expect(row.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });

  it('is titled in Japanese and English and points to a page', () => {
    expect(title.ja).toMatch(/[ぁ-んァ-ヶ一-龠]/);
    expect(title.en).toMatch(/^[\x20-\x7e–’]+$/);
    expect(page).toMatch(/^\d+(–\d+)?$/);
  });
});

it('every CSV in the folder is in the registry or belongs to a recipe', () => {
  const known = new Set([...tableIds.map((id) => tables[id].file), ...recipeTables]);
  const files = readdirSync(folder).filter((file) => file.endsWith('.csv'));
  expect(files.filter((file) => !known.has(file))).toEqual([]);
});

it.each(checkTables().map((line) => [line.text, line.ok]))('%s', (_text, ok) => {
  expect(ok).toBe(true);
});

const uniqueKeys: [TableId, readonly string[]][] = [
  ['treatment-districts', ['district']],
  ['treatment-centres', ['name']],
  ['pump-stations-planned', ['name']],
  ['pump-stations-exempt', ['name']],
  ['pump-stations-manhole', ['name']],
  ['ponds', ['name']],
  ['priority-districts', ['ward', 'district']],
  ['rainbow-plan', ['plan', 'part']],
  ['trunk-sewers', ['name']],
  ['water-level-sewers', ['sewer']],
  ['coverage-by-ward', ['measure', 'ward', 'fiscal_year', 'page']],
  ['coverage-city', ['fiscal_year']],
  ['operation-fy2024', ['measure', 'centre']],
  ['effluent-quality-fy2024', ['item', 'centre', 'series']],
  ['management-plan-progress', ['plan', 'item', 'fiscal_year']],
  ['glossary', ['term']],
];
it.each(uniqueKeys)('%s has one row for each %j', (id, keys) => {
  const seen = readTable(id).map((row) => {
    const cells: Readonly<Record<string, unknown>> = row;
    return keys.map((key) => String(cells[key])).join(' / ');
  });
  expect(new Set(seen).size).toBe(seen.length);
});

describe('a CSV that does not keep its schema', () => {
  const about = { title: { ja: '池', en: 'Ponds' }, page: '38', pageBasis: 'order' } as const;

  it('names a column that nobody checks', () => {
    const parsed = parseTable(
      table('ponds', { ...about, columns: v.object({ name: text, ...tail }) }),
      factsFolder,
    );
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) expect(parsed.problems.join()).toContain('header is name,name_en,district');
  });

  it('names line and column of a bad cell', () => {
    const columns = v.object({ ...tables.ponds.columns.entries, district: v.picklist(['中部']) });
    const parsed = parseTable(table('ponds', { ...about, columns }), factsFolder);
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) expect(parsed.problems).toHaveLength(3);
    if (!parsed.ok) expect(parsed.problems[0]).toContain('ponds.csv: line 4, district');
  });
});
