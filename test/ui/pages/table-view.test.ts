import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/catalog/layers.js';
import { translate } from '../../../src/i18n/translate.js';
import { filterLines, sortLines, tableColumns, tableLines } from '../../../src/ui/pages/table-view.js';

const translation = translate('ja');
const entry = catalogue.find(({ role }) => role === 'pumpStation')!;
const rows = [
  {
    id: 'b',
    placed: true,
    properties: {
      name: '第10ポンプ場',
      nameEn: 'No. 10',
      purpose: 'storm',
      stormCubicMetersPerMinute: 1102,
      started: '1981-09',
      source: '年報',
    },
  },
  {
    id: 'a',
    placed: false,
    properties: {
      name: '第2ポンプ場',
      nameEn: 'No. 2',
      purpose: 'sanitary',
      stormCubicMetersPerMinute: null,
      started: '1967-04',
    },
  },
  {
    id: 'c',
    placed: true,
    properties: {
      name: '大岳',
      nameEn: 'Otake',
      purpose: 'both',
      stormCubicMetersPerMinute: 250,
      started: '1994-03',
    },
  },
];
const lines = tableLines(entry, rows, translation);
const columns = tableColumns(entry, translation);
const columnOf = (property: string) => columns.findIndex((column) => column.property === property);
const cell = (line: number, property: string) => lines[line]!.cells[columnOf(property)]!.text;

describe('cells', () => {
  it('say codes in words, numbers with their unit, dates with their era, nothing for the unpublished', () => {
    expect(cell(0, 'purpose')).toBe('雨水排除');
    expect(cell(0, 'stormCubicMetersPerMinute')).toBe('1,102 m³/分');
    expect(cell(0, 'started')).toBe('1981年（昭和56年）9月');
    expect(cell(1, 'stormCubicMetersPerMinute')).toBe('—');
  });

  it('there is one for every field of every layer', () => {
    for (const layer of catalogue) {
      const [line] = tableLines(layer, [{ id: 'x', placed: true, properties: {} }], translation);
      expect(line?.cells).toHaveLength(layer.fields.length);
    }
  });
});

describe('order', () => {
  const sorted = (property: string, descending: boolean) =>
    sortLines(lines, { column: columnOf(property), descending }, 'ja').map(({ id }) => id);

  it('sorts numbers as numbers, with the unpublished last both ways', () => {
    expect(sorted('stormCubicMetersPerMinute', false)).toEqual(['c', 'b', 'a']);
    expect(sorted('stormCubicMetersPerMinute', true)).toEqual(['b', 'c', 'a']);
  });

  it('sorts names with numbers in them by the number', () => {
    const names = sortLines(lines.slice(0, 2), { column: -1, descending: false }, 'ja').map(({ id }) => id);
    expect(names).toEqual(['a', 'b']);
  });
});

it('the filter wants every word, wherever it stands, in any width', () => {
  expect(filterLines(lines, '第１０').map(({ id }) => id)).toEqual(['b']);
  expect(filterLines(lines, '雨水排除 昭和56年').map(({ id }) => id)).toEqual(['b']);
  expect(filterLines(lines, '')).toHaveLength(3);
  expect(filterLines(lines, 'ない')).toEqual([]);
});
