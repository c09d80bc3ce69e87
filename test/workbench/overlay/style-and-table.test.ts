import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tableRows } from '../../../src/workbench/overlay/attribute-table.js';
import { classify, defaultStyle, paintedFeatures } from '../../../src/workbench/overlay/overlay-style.js';
import type { CellValue, OverlayFeature, OverlayField } from '../../../src/workbench/overlay/overlay.js';

function layer(rows: Record<string, CellValue>[], fields: OverlayField[]) {
  const features = rows.map((properties, id): OverlayFeature => ({
    type: 'Feature',
    id,
    geometry: { type: 'Point', coordinates: [130, 33] },
    properties,
  }));
  return { features, fields };
}
const text = (name: string): OverlayField => ({ name, kind: 'text' });
const number = (name: string): OverlayField => ({ name, kind: 'number' });

describe('colours by a field', () => {
  it('gives the seven commonest values a colour of their own and the rest one', () => {
    const rows = Array.from({ length: 100 }, (_, index) => ({ k: `v${Math.floor(Math.sqrt(index))}` }));
    const { classes, colourOf } = classify(layer(rows, [text('k')]), { ...defaultStyle(0), by: 'k' });
    expect(classes).toHaveLength(8);
    expect(classes[0]?.label).toBe('v9');
    expect(classes.at(-1)?.label).toBeNull();
    expect(new Set(classes.map(({ colour }) => colour)).size).toBe(8);
    expect(colourOf('v0')).toBe(colourOf(null));
  });

  it('counts every feature exactly once, whatever the numbers are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(null)), {
          maxLength: 60,
        }),
        (values) => {
          const rows = layer(
            values.map((n) => ({ n })),
            [number('n')],
          );
          const { classes, colourOf } = classify(rows, { ...defaultStyle(0), by: 'n' });
          expect(classes.reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
          const colours = new Set(classes.map(({ colour }) => colour));
          for (const value of values) expect(colours.has(colourOf(value))).toBe(true);
        },
      ),
    );
  });

  it('hands the map only row, colour and label, and no row without a place', () => {
    const rows = layer([{ n: 'a', html: '<b>x</b>' }, { n: 'b' }], [text('n'), text('html')]);
    rows.features[1]!.geometry = null;
    const { features } = paintedFeatures(rows, { ...defaultStyle(0), label: 'html' });
    expect(features.map(({ properties }) => properties)).toEqual([
      { row: 0, colour: '#0072b2', label: '<b>x</b>' },
    ]);
  });

  it('falls back to one colour when the field is gone', () => {
    expect(
      classify(layer([{ a: 1 }], [number('a')]), { ...defaultStyle(2), by: 'gone' }).classes,
    ).toHaveLength(1);
  });
});

describe('attribute table', () => {
  const rows = layer(
    [
      { n: 'MH10', d: 5 },
      { n: 'ＭＨ２', d: null },
      { n: 'mh1 幹線', d: 40 },
      { n: null, d: 3 },
    ],
    [text('n'), number('d')],
  );
  const ids = (view: Parameters<typeof tableRows>[1]) => tableRows(rows, view).map(({ id }) => id);

  it('finds every word, in any width and case', () => {
    expect(ids({ filter: 'mh', sortBy: null, descending: false })).toEqual([0, 1, 2]);
    expect(ids({ filter: 'MH 幹線', sortBy: null, descending: false })).toEqual([2]);
    expect(ids({ filter: '40', sortBy: null, descending: false })).toEqual([2]);
  });

  it('sorts numbers as numbers, names by their numbers, empty cells last both ways', () => {
    expect(ids({ filter: '', sortBy: 'd', descending: false })).toEqual([3, 0, 2, 1]);
    expect(ids({ filter: '', sortBy: 'd', descending: true })).toEqual([2, 0, 3, 1]);
    expect(ids({ filter: '', sortBy: 'n', descending: false }).at(-1)).toBe(3);
    expect(rows.features.map(({ id }) => id)).toEqual([0, 1, 2, 3]);
  });
});
