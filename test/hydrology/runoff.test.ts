import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { city } from '../../src/catalog/city.js';
import { rainfallIntensityMmPerHour } from '../../src/hydrology/rainfall-intensity.js';
import { compositeCoefficient, runoff, travelTimeMinutes } from '../../src/hydrology/runoff.js';

const formula = city.rainfallFormula;

describe('rainfall intensity', () => {
  it.each([
    // 5440 / 92, 5440 / 47, 5440 / 42, 5440 / 32 worked by hand
    [60, 59.1304],
    [15, 115.7447],
    [10, 129.5238],
    [0, 170],
  ])('of a rain of %d minutes is %f mm/h', (minutes, expected) => {
    expect(rainfallIntensityMmPerHour(minutes, formula)).toBeCloseTo(expected, 4);
  });

  it('at one hour is the design level of the city', () => {
    expect(rainfallIntensityMmPerHour(60, formula)).toBeCloseTo(city.baseRainfall.mmPerHour, 1);
  });

  it.each([-1, NaN, Infinity])('refuses a rain of %d minutes', (minutes) => {
    expect(() => rainfallIntensityMmPerHour(minutes, formula)).toThrow(RangeError);
  });
});

describe('rational formula', () => {
  it('gives 2.251 m³/s for 10 ha, C 0.7 and 15 minutes', () => {
    const result = runoff({ areaHectares: 10, coefficient: 0.7, inletMinutes: 7, travelMinutes: 8 }, formula);
    // 0.7 × 115.7447 × 10 / 360
    expect(result).toMatchObject({ ok: true, runoff: { timeOfConcentrationMinutes: 15 } });
    if (result.ok) expect(result.runoff.dischargeCubicMetersPerSecond).toBeCloseTo(2.2506, 4);
  });

  it.each([
    ['areaHectares', { areaHectares: 0 }],
    ['areaHectares', { areaHectares: NaN }],
    ['coefficient', { coefficient: 1.2 }],
    ['coefficient', { coefficient: 0 }],
    ['inletMinutes', { inletMinutes: -1 }],
    ['travelMinutes', { travelMinutes: Infinity }],
    ['travelMinutes', { travelMinutes: -1 }],
  ])('names %s when it makes no sense', (problem, wrong) => {
    const good = { areaHectares: 1, coefficient: 0.5, inletMinutes: 5, travelMinutes: 5 };
    expect(runoff({ ...good, ...wrong }, formula)).toEqual({ ok: false, problem });
  });

  it('takes water that is there at once, and repeats what it was given', () => {
    const input = { areaHectares: 1, coefficient: 1, inletMinutes: 0, travelMinutes: 0 };
    expect(runoff(input, formula)).toMatchObject({
      ok: true,
      runoff: { ...input, timeOfConcentrationMinutes: 0, intensityMmPerHour: 170 },
    });
  });

  it('grows with the area and shrinks with time', () => {
    const positive = fc.double({ min: 0.1, max: 500, noNaN: true });
    fc.assert(
      fc.property(
        positive,
        fc.double({ min: 0.1, max: 1, noNaN: true }),
        positive,
        (area, coefficient, minutes) => {
          const at = (areaHectares: number, travelMinutes: number) => {
            const result = runoff({ areaHectares, coefficient, inletMinutes: 5, travelMinutes }, formula);
            return result.ok ? result.runoff.dischargeCubicMetersPerSecond : NaN;
          };
          expect(at(area * 2, minutes)).toBeCloseTo(2 * at(area, minutes), 9);
          expect(at(area, minutes + 1)).toBeLessThan(at(area, minutes));
        },
      ),
    );
  });
});

describe('pieces of the calculation', () => {
  it('weighs coefficients by area', () => {
    // (2 × 0.9 + 6 × 0.5) / 8
    const surfaces = [
      { areaHectares: 2, coefficient: 0.9 },
      { areaHectares: 6, coefficient: 0.5 },
    ];
    expect(compositeCoefficient(surfaces)).toBeCloseTo(0.6, 12);
    expect(compositeCoefficient([])).toBeNull();
  });

  it('takes 10 minutes for 600 m at 1 m/s', () => {
    expect(travelTimeMinutes(600, 1)).toBe(10);
    expect(travelTimeMinutes(600, 2)).toBe(5);
  });
});
