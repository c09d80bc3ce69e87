import { mkdirSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textWidth } from '../../../src/workbench/drawing/helvetica.js';
import { toPdf } from '../../../src/workbench/drawing/to-pdf.js';
import { designIntensity } from '../../../src/workbench/runoff/design-rain.js';
import { designCatchment, type DesignInput } from '../../../src/workbench/runoff/design.js';
import { calculationDrawings, wrap } from '../../../src/workbench/runoff/calculation-drawing.js';
import { calculationRows } from '../../../src/workbench/runoff/calculation-rows.js';
import { customaryCoefficient, surfaceKinds } from '../../../src/workbench/runoff/surfaces.js';

const input: DesignInput = {
  name: '試算区',
  areaHectares: 10,
  surfaces: [{ kind: 'other', sharePercent: 100, coefficient: 0.7 }],
  rain: 'formula',
  inletMinutes: 7,
  travel: { kind: 'minutes', minutes: 8 },
  slopePerMille: 3,
  roughness: 0.013,
  section: null,
  reservePercent: 0,
};
function design(change: Partial<DesignInput> = {}) {
  const result = designCatchment({ ...input, ...change });
  if (!result.ok) throw new Error(result.problems.join());
  return result.design;
}

describe('runoff of a catchment', () => {
  it('is what one computes by hand: 10 ha, C 0.7, t 15 min', () => {
    const found = design();
    expect(found.timeOfConcentrationMinutes).toBe(15);
    expect(found.intensityMmPerHour).toBeCloseTo(115.74, 2);
    expect(found.dischargeCubicMetersPerSecond).toBeCloseTo(2.251, 3);
    expect(designIntensity('formula', 60).intensityMmPerHour).toBeCloseTo(59.13, 2);
  });

  it('weights the coefficient by shares', () => {
    const surfaces = [
      { kind: 'roof' as const, sharePercent: 40, coefficient: 0.9 },
      { kind: 'road' as const, sharePercent: 25, coefficient: 0.85 },
      { kind: 'park' as const, sharePercent: 35, coefficient: 0.15 },
    ];
    expect(design({ surfaces }).coefficient).toBeCloseTo(0.36 + 0.2125 + 0.0525, 9);
  });

  it('computes the travel time from length and velocity', () => {
    const travel = { kind: 'length' as const, meters: 720, velocityMetersPerSecond: 1.5 };
    expect(design({ travel }).travelMinutes).toBeCloseTo(8, 9);
  });

  it('takes an hourly figure as it is and says when it does not hold', () => {
    const short = design({ rain: '79.5' });
    expect(short).toMatchObject({ intensityMmPerHour: 79.5, rainHolds: false, rainSource: { page: 22 } });
    const hour = design({ rain: '79.5', inletMinutes: 10, travel: { kind: 'minutes', minutes: 50 } });
    expect(hour.rainHolds).toBe(true);
    expect(design({ rain: '52.2' }).rainSource.page).toBe(10);
  });

  it('finds the smallest standard pipe by hand: D = (Q·n·4^(5/3)/(π·√S))^(3/8)', () => {
    const q = design().dischargeCubicMetersPerSecond;
    const needed = ((q * 0.013 * 4 ** (5 / 3)) / (Math.PI * Math.sqrt(0.003))) ** (3 / 8);
    expect(needed).toBeGreaterThan(1.2);
    expect(needed).toBeLessThan(1.35);
    const { pipe } = design();
    expect(pipe.ok && pipe.pipe.nominalMillimeters).toBe(1350);
    const tight = design({ reservePercent: 40 });
    expect(tight.pipe.ok && tight.pipe.pipe.nominalMillimeters).toBe(1500);
    expect(design({ areaHectares: 5000 }).pipe).toEqual({ ok: false, problem: 'above-largest' });
  });

  it('checks a box and a circle: what flows in is what the depth carries', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 3, noNaN: true }),
        fc.double({ min: 0.5, max: 20, noNaN: true }),
        (size, slopePerMille) => {
          for (const section of [
            { shape: 'circle' as const, diameterMeters: size },
            { shape: 'box' as const, widthMeters: size * 1.5, heightMeters: size },
          ]) {
            const { check, dischargeCubicMetersPerSecond: q } = design({ section, slopePerMille });
            if (check?.atDischarge) {
              expect(check.atDischarge.dischargeCubicMetersPerSecond).toBeCloseTo(q, 6);
              expect(check.fillRatio).toBeLessThanOrEqual(1);
            } else expect(check?.full.dischargeCubicMetersPerSecond).toBeLessThan(q * 1.001);
          }
        },
      ),
    );
  });

  it('names every figure that makes no sense, all at once', () => {
    const bad = designCatchment({
      ...input,
      areaHectares: -1,
      surfaces: [{ kind: 'other', sharePercent: 90, coefficient: 1.2 }],
      inletMinutes: NaN,
      travel: { kind: 'length', meters: 10, velocityMetersPerSecond: 0 },
      slopePerMille: 0,
      section: { shape: 'circle', diameterMeters: 0 },
    });
    expect(bad).toEqual({
      ok: false,
      problems: ['area', 'shares', 'coefficient', 'inlet', 'travel', 'slope', 'section'],
    });
  });

  it('starts surfaces inside their customary range', () => {
    for (const { id, range } of surfaceKinds) {
      expect(customaryCoefficient(id)).toBeGreaterThanOrEqual(range[0]);
      expect(customaryCoefficient(id)).toBeLessThanOrEqual(range[1]);
    }
  });
});

describe('calculation sheet', () => {
  const rows = calculationRows(
    design({ section: { shape: 'box', widthMeters: 1.2, heightMeters: 1 } }),
    String,
    String,
  );

  it('has a value for every row, the formula with its figures, and a page where there is one', () => {
    expect(rows.filter(({ value }) => value === '')).toEqual([]);
    const discharge = rows.find(({ label }) => label === 'discharge');
    expect(discharge).toMatchObject({
      formula: 'C·I·A/360 = 0.700×115.74×10.000/360',
      value: '2.251',
      unit: 'm³/s',
      source: { page: 10 },
    });
    expect(rows.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['verdict', 'depth', 'fill', 'roughness']),
    );
  });

  it('fits on A4, breaking over pages when it must', () => {
    const cells = rows.map(
      ({ label, symbol, formula, value, unit }) =>
        [label, symbol, formula, `${value} ${unit}`, '福岡市の下水道 令和7年度版 10ページ'] as const,
    );
    const calculation = {
      title: '雨水流出量計算書',
      subtitle: '試算区',
      columns: ['項目', '記号', '式', '値', '出典'] as const,
      notes: ['注'.repeat(200)],
    };
    const one = calculationDrawings({ ...calculation, sections: [{ title: '条件', rows: cells }] });
    expect(one).toHaveLength(1);
    const many = calculationDrawings({
      ...calculation,
      sections: Array.from({ length: 6 }, () => ({ title: '条件', rows: cells })),
    });
    expect(many.length).toBeGreaterThan(1);
    for (const { items } of many)
      for (const item of items) if (item.kind === 'text') expect(item.at[1]).toBeGreaterThan(10);
    mkdirSync('test-results/profile', { recursive: true });
    writeFileSync('test-results/profile/sheet.pdf', toPdf(one, 'ja'));
  });

  it('wraps any text into its column without losing a letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'W', '雨', ' ', '=', '1') }), (content) => {
        const lines = wrap(content, 20, 2.5);
        for (const line of lines) expect(textWidth(line, 2.5)).toBeLessThanOrEqual(20);
        expect(lines.join('').replace(/\s/g, '')).toBe(content.replace(/\s/g, ''));
      }),
    );
  });
});
