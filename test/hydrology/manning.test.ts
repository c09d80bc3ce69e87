import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  depthOfDischarge,
  flowAtDepth,
  fullFlow,
  roughness,
  type Section,
} from '../../src/hydrology/manning.js';
import { smallestStandardPipe, standardDiametersMillimeters } from '../../src/hydrology/standard-pipes.js';

const meter: Section = { shape: 'circle', diameterMeters: 1 };
const n = roughness.concrete;

describe('Manning, full section', () => {
  it('of a 1 m pipe at 3 ‰', () => {
    // R = 0.25, R^(2/3) = 0.39685; V = 0.39685 × 0.0547723 / 0.013 = 1.6720; Q = 0.785398 × 1.6720 = 1.3132
    const flow = fullFlow(meter, 0.003, n);
    expect(flow.velocityMetersPerSecond).toBeCloseTo(1.672, 3);
    expect(flow.dischargeCubicMetersPerSecond).toBeCloseTo(1.3132, 3);
  });

  it('of a 2 m × 1.5 m box at 1 ‰ rubs on four sides', () => {
    // A = 3, P = 7, R = 0.428571, R^(2/3) = 0.568421; V = 0.568421 × 0.0316228 / 0.013 = 1.38270; Q = 4.1481
    const flow = fullFlow({ shape: 'box', widthMeters: 2, heightMeters: 1.5 }, 0.001, n);
    expect(flow.wettedPerimeterMeters).toBe(7);
    expect(flow.dischargeCubicMetersPerSecond).toBeCloseTo(4.148, 3);
  });
});

describe('Manning, partly full', () => {
  it('a half-full pipe flows as fast as a full one and carries half', () => {
    const full = fullFlow(meter, 0.003, n);
    const half = flowAtDepth(meter, 0.5, 0.003, n);
    expect(half.velocityMetersPerSecond).toBeCloseTo(full.velocityMetersPerSecond, 12);
    expect(half.dischargeCubicMetersPerSecond).toBeCloseTo(full.dischargeCubicMetersPerSecond / 2, 12);
  });

  it('an empty pipe carries nothing', () => {
    expect(flowAtDepth(meter, 0, 0.003, n).dischargeCubicMetersPerSecond).toBe(0);
  });

  it('the deepest rising depth is where a circle carries most', () => {
    const at = (depth: number) => flowAtDepth(meter, depth, 0.003, n).dischargeCubicMetersPerSecond;
    expect(at(0.938)).toBeGreaterThan(at(0.93));
    expect(at(0.938)).toBeGreaterThan(at(0.946));
    expect(at(0.938) / at(1)).toBeCloseTo(1.0757, 3);
  });

  it.each([-0.1, 1.1, NaN])('refuses a depth of %d m in a 1 m pipe', (depth) => {
    expect(() => flowAtDepth(meter, depth, 0.003, n)).toThrow(RangeError);
  });
  it.each([
    [0, n],
    [0.003, 0],
    [0.003, -1],
    [NaN, n],
  ])('refuses a slope of %d with a roughness of %d', (slope, roughnessGiven) => {
    expect(() => fullFlow(meter, slope, roughnessGiven)).toThrow(RangeError);
  });

  it('a box rubs on three sides until it is full', () => {
    const box: Section = { shape: 'box', widthMeters: 2, heightMeters: 1.5 };
    expect(flowAtDepth(box, 1, 0.001, n).wettedPerimeterMeters).toBe(4);
    expect(flowAtDepth(box, 1.5, 0.001, n).wettedPerimeterMeters).toBe(7);
  });

  it('carries what it carries: no water has no depth, the very most has its own', () => {
    expect(depthOfDischarge(meter, 0, 0.003, n)).toBeCloseTo(0, 9);
    expect(depthOfDischarge(meter, -0.1, 0.003, n)).toBeNull();
    expect(depthOfDischarge(meter, NaN, 0.003, n)).toBeNull();
    const { dischargeCubicMetersPerSecond: most } = flowAtDepth(meter, 0.938, 0.003, n);
    expect(depthOfDischarge(meter, most, 0.003, n)).toBeCloseTo(0.938, 6);
  });

  it('depth and discharge undo each other', () => {
    const section = fc.oneof(
      fc.record({
        shape: fc.constant('circle' as const),
        diameterMeters: fc.double({ min: 0.15, max: 5, noNaN: true }),
      }),
      fc.record({
        shape: fc.constant('box' as const),
        widthMeters: fc.double({ min: 0.3, max: 5, noNaN: true }),
        heightMeters: fc.double({ min: 0.3, max: 5, noNaN: true }),
      }),
    );
    fc.assert(
      fc.property(section, fc.double({ min: 0.02, max: 0.9, noNaN: true }), (shape, share) => {
        const depth = share * (shape.shape === 'circle' ? shape.diameterMeters : shape.heightMeters);
        const { dischargeCubicMetersPerSecond: discharge } = flowAtDepth(shape, depth, 0.002, n);
        expect(depthOfDischarge(shape, discharge, 0.002, n)).toBeCloseTo(depth, 6);
      }),
    );
  });

  it('has no depth for more than a section can carry', () => {
    const { dischargeCubicMetersPerSecond: full } = fullFlow(meter, 0.003, n);
    expect(depthOfDischarge(meter, full * 1.1, 0.003, n)).toBeNull();
  });
});

describe('smallest standard pipe', () => {
  it('for 1.3 m³/s at 3 ‰ is 1000, for 1.32 the next', () => {
    expect(smallestStandardPipe(1.3, 0.003, n)).toMatchObject({
      ok: true,
      pipe: { nominalMillimeters: 1000 },
    });
    expect(smallestStandardPipe(1.32, 0.003, n)).toMatchObject({
      ok: true,
      pipe: { nominalMillimeters: 1100 },
    });
  });

  it('honours a reserve', () => {
    expect(smallestStandardPipe(1.3, 0.003, n, 0.2)).toMatchObject({ pipe: { nominalMillimeters: 1100 } });
  });

  it('takes a pipe that carries exactly what is asked, and no negative reserve', () => {
    const exact = fullFlow(meter, 0.003, n).dischargeCubicMetersPerSecond;
    expect(smallestStandardPipe(exact, 0.003, n)).toMatchObject({
      pipe: { nominalMillimeters: 1000, utilisation: 1 },
    });
    expect(smallestStandardPipe(1, 0.003, n, -0.1)).toEqual({ ok: false, problem: 'not-a-number' });
  });

  it('says when none is large enough, or a figure makes no sense', () => {
    expect(smallestStandardPipe(500, 0.001, n)).toEqual({ ok: false, problem: 'above-largest' });
    expect(smallestStandardPipe(1, 0, n)).toEqual({ ok: false, problem: 'not-a-number' });
    expect(smallestStandardPipe(NaN, 0.001, n)).toEqual({ ok: false, problem: 'not-a-number' });
  });

  it('carries the discharge, and the size below does not', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 15, noNaN: true }), (discharge) => {
        const result = smallestStandardPipe(discharge, 0.002, n);
        expect(result.ok).toBe(true);
        if (!result.ok) return;
        const place = standardDiametersMillimeters.findIndex((d) => d === result.pipe.nominalMillimeters);
        expect(result.pipe.utilisation).toBeLessThanOrEqual(1);
        const below = standardDiametersMillimeters[place - 1];
        if (below === undefined) return;
        const smaller = fullFlow({ shape: 'circle', diameterMeters: below / 1000 }, 0.002, n);
        expect(smaller.dischargeCubicMetersPerSecond).toBeLessThan(discharge);
      }),
    );
  });
});
