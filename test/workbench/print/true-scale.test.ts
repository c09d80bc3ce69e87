import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jpegSize } from '../../../src/workbench/drawing/jpeg-size.js';
import { toPdf } from '../../../src/workbench/drawing/to-pdf.js';
import { patterns } from '../../../src/style/palette.js';
import { mapLayout, type LegendEntry } from '../../../src/workbench/print/map-layout.js';
import { pageLayout } from '../../../src/workbench/print/page-layout.js';
import { mapExtent, printScales, scaleBarMeters, scaleFor } from '../../../src/workbench/print/true-scale.js';
import { ellipsoidMeters } from '../../geometry/vincenty.js';

const centre = [130.4017, 33.5902] as const;

describe('true scale', () => {
  it('a millimetre on paper is its scale on the ground, along both axes, within the stated drift', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...printScales),
        fc.constantFrom('A4' as const, 'A3' as const),
        fc.constantFrom('landscape' as const, 'portrait' as const),
        (scale, paper, orientation) => {
          const { map } = pageLayout(paper, orientation);
          const { box, scaleError } = mapExtent(centre, map, scale, 200);
          const wide = ellipsoidMeters([box[0], centre[1]], [box[2], centre[1]]);
          const high = ellipsoidMeters([centre[0], box[1]], [centre[0], box[3]]);
          expect(Math.abs((wide * 1000) / map.widthMillimeters / scale - 1)).toBeLessThan(1e-6);
          expect(Math.abs((high * 1000) / map.heightMillimeters / scale - 1)).toBeLessThan(
            scaleError ** 2 + 1e-6,
          );
          // At the upper edge a parallel is shorter on the ground than the frame says.
          const upper = ellipsoidMeters([box[0], box[3]], [box[2], box[3]]);
          expect(Math.abs(upper / wide - 1)).toBeLessThanOrEqual(scaleError * 1.01);
          if (scale <= 10_000) expect(scaleError).toBeLessThan(0.0002);
        },
      ),
    );
  });

  it('has the picture’s pixels in the frame’s proportion', () => {
    const { map } = pageLayout('A3', 'landscape');
    const extent = mapExtent(centre, map, 2500, 200);
    expect(extent.widthPixels / extent.heightPixels).toBeCloseTo(
      map.widthMillimeters / map.heightMillimeters,
      2,
    );
    expect(extent.widthPixels).toBe(Math.round((map.widthMillimeters / 25.4) * 200));
  });

  it('finds a scale that shows a box, and a round scale bar', () => {
    const frame = { widthMillimeters: 200, heightMillimeters: 150 };
    expect(scaleFor([130.4, 33.58, 130.41, 33.59], frame)).toBe(10_000);
    expect(scaleFor([130, 33.4, 130.5, 33.9], frame)).toBe(50_000);
    for (const scale of printScales) {
      const length = (scaleBarMeters(scale) * 1000) / scale;
      expect(length).toBeGreaterThan(30);
      expect(length).toBeLessThanOrEqual(80);
    }
  });
});

describe('map layout', () => {
  const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xd9]);
  const picture = {
    jpeg,
    href: 'blob:x',
    pixels: [100, 100] as const,
    box: [130.39, 33.58, 130.41, 33.6] as const,
  };
  const legend: LegendEntry[] = Array.from({ length: 60 }, (_, index) => ({
    label: `層 ${index}`,
    colour: '#0b4f8a',
    kind: 'line',
    dashed: index % 2 === 0,
  }));
  const notes = [
    '座標系: 平面直角座標系第II系（EPSG:6670）',
    '出典: 福岡市の下水道 令和7年度版',
    '2025-03-31 時点',
    '浸水想定区域は'.repeat(12),
  ];
  const text = { title: '図', scale: '1:2,500', north: '北', legend: '凡例', notes };

  it.each([
    ['A4', 'landscape'],
    ['A4', 'portrait'],
    ['A3', 'landscape'],
    ['A3', 'portrait'],
  ] as const)('keeps everything inside %s %s and every note whole', (paper, orientation) => {
    const layout = pageLayout(paper, orientation);
    const sheet = mapLayout(layout, 2500, picture, legend, text, 6670);
    for (const item of sheet.items) {
      const points = item.kind === 'line' ? item.points : [item.at];
      for (const [x, y] of points) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(layout.widthMillimeters);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThanOrEqual(layout.heightMillimeters);
      }
    }
    const words = sheet.items.flatMap((item) => (item.kind === 'text' ? [item.text] : [])).join('');
    for (const note of notes) expect(words.replace(/\s/g, '')).toContain(note.replace(/\s/g, ''));
    expect(words).toContain('X ');
    expect(new TextDecoder('latin1').decode(toPdf([sheet], 'ja'))).toContain('/DCTDecode');
  });

  it.each(patterns)('draws the pattern %s inside its sign, in its own colour', (kind) => {
    const colour = '#6b3fa0';
    const entry: LegendEntry = {
      label: '区域',
      colour: '#eeeeee',
      kind: 'fill',
      dashed: true,
      pattern: { kind, colour },
    };
    const { items } = mapLayout(pageLayout('A4', 'landscape'), 2500, picture, [entry], text, 6670);
    const lines = items.flatMap((item) => (item.kind === 'line' ? [item] : []));
    const strokes = lines.filter((line) => line.colour === colour);
    expect(strokes.length > 0).toBe(kind !== 'none');
    const corners = lines.find(({ fill }) => fill === '#eeeeee')?.points ?? [];
    const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
    for (const [x, y] of strokes.flatMap(({ points }) => points)) {
      expect(x).toBeGreaterThanOrEqual(Math.min(...xs));
      expect(x).toBeLessThanOrEqual(Math.max(...xs));
      expect(y).toBeGreaterThanOrEqual(Math.min(...ys) - 1e-9);
      expect(y).toBeLessThanOrEqual(Math.max(...ys) + 1e-9);
    }
  });

  it('draws a scale bar as long as it says', () => {
    const sheet = mapLayout(pageLayout('A4', 'landscape'), 2500, picture, [], text, 6670);
    const bars = sheet.items.filter((item) => item.kind === 'line' && item.widthMillimeters === 0.15);
    const xs = bars.flatMap((item) => (item.kind === 'line' ? item.points.map(([x]) => x) : []));
    const meters = Number(
      sheet.items
        .flatMap((item) => (item.kind === 'text' ? [/^([\d.]+) m$/.exec(item.text)?.[1] ?? []] : []))
        .flat()[0],
    );
    expect(((Math.max(...xs) - Math.min(...xs)) * 2500) / 1000).toBeCloseTo(meters, 6);
  });
});

describe('JPEG size', () => {
  it('is read from the frame, past other segments, and null for anything else', () => {
    const segment = [0xff, 0xe0, 0x00, 0x04, 1, 2];
    const frame = [0xff, 0xc0, 0x00, 0x0b, 8, 0x08, 0x27, 0x0a, 0x26, 1, 1, 0x11, 0];
    expect(jpegSize(Uint8Array.from([0xff, 0xd8, ...segment, ...frame, 0xff, 0xd9]))).toEqual([2598, 2087]);
    expect(jpegSize(Uint8Array.from([0x89, 0x50, 0x4e, 0x47]))).toBeNull();
    expect(jpegSize(Uint8Array.from([0xff, 0xd8, 0, 0]))).toBeNull();
  });
});
