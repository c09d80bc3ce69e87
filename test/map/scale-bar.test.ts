import { distance } from '@turf/turf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scaleBar, scaleText } from '../../src/map/scale-bar.js';

describe('the scale bar', () => {
  it('is as long on the ground as it says', () => {
    fc.assert(
      fc.property(fc.double({ min: 8, max: 18, noNaN: true }), (zoom) => {
        const { meters, pixels } = scaleBar(33.59, zoom, 96);
        // The map engine's world is 512 px wide at zoom 0.
        const degrees = (pixels * 360) / (512 * 2 ** zoom);
        const ground = distance([130, 33.59], [130 + degrees, 33.59], { units: 'meters' });
        // turf's earth is the mean sphere (6371 km), web maps stand on the equator's (6378 km).
        expect(Math.abs(meters - ground) / ground).toBeLessThan(0.0015);
      }),
    );
  });

  it('is a round length that fits, and fills at least two fifths', () => {
    fc.assert(
      fc.property(fc.double({ min: 8, max: 18, noNaN: true }), (zoom) => {
        const { meters, pixels } = scaleBar(33.59, zoom, 96);
        expect(String(meters)).toMatch(/^[125]0*$/);
        expect(pixels).toBeLessThanOrEqual(96);
        expect(pixels).toBeGreaterThanOrEqual(96 * 0.4 - 0.001);
      }),
    );
  });

  it('speaks metres, then kilometres', () => {
    expect([scaleText(50), scaleText(500), scaleText(1000), scaleText(20_000)]).toEqual([
      '50 m',
      '500 m',
      '1 km',
      '20 km',
    ]);
  });
});
