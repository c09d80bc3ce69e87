import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromPlane, toPlane } from '../../../src/geometry/plane-rectangular.js';
import { kawase } from './kawase.js';

const origin = { longitude: 131, latitude: 33 };

describe('the oracle: the formula 国土地理院 publishes (Kawase 2011)', () => {
  it('reproduces the published figures of Tsukuba (zone IX) and Naha (zone XV)', () => {
    // answers of its own calculation page, as many programs quote them in their tests
    const tsukuba = kawase(36.103774791666666, 140.08785504166664, { latitude: 36, longitude: 139 + 5 / 6 });
    expect(tsukuba.x).toBeCloseTo(11543.6883, 4);
    expect(tsukuba.y).toBeCloseTo(22916.2436, 4);
    const naha = kawase(26.160347222222224, 127.70422777777777, { latitude: 26, longitude: 127.5 });
    expect(naha.x).toBeCloseTo(17779.0104, 3);
  });
});

describe('zone II', () => {
  it('puts its origin at zero, X north and Y east', () => {
    const atOrigin = toPlane([131, 33]);
    expect(Math.hypot(atOrigin.northMeters, atOrigin.eastMeters)).toBeLessThan(1e-6);
    const cityHall = toPlane([130.4017, 33.5902]);
    expect(cityHall.northMeters).toBeGreaterThan(60_000);
    expect(cityHall.eastMeters).toBeLessThan(-50_000);
  });

  it('is not zone III, whose parameters a public file ships under this code', () => {
    const place = [130.4017, 33.5902] as const;
    const third = kawase(place[1], place[0], { latitude: 36, longitude: 132 + 1 / 6 });
    expect(Math.abs(third.x - toPlane(place).northMeters)).toBeGreaterThan(100_000);
  });

  it('agrees with the national formula to 1 mm all over northern Kyushu', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 129.5, max: 132.5, noNaN: true }),
        fc.double({ min: 31, max: 34.5, noNaN: true }),
        (longitude, latitude) => {
          const expected = kawase(latitude, longitude, origin);
          const found = toPlane([longitude, latitude]);
          expect(Math.hypot(found.northMeters - expected.x, found.eastMeters - expected.y)).toBeLessThan(
            0.001,
          );
        },
      ),
    );
  });

  it('comes back to the same place within 1 mm', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -120_000, max: 120_000, noNaN: true }),
        fc.double({ min: -120_000, max: 120_000, noNaN: true }),
        (xMeters, yMeters) => {
          const [longitude, latitude] = fromPlane({ northMeters: xMeters, eastMeters: yMeters });
          const expected = kawase(latitude, longitude, origin);
          expect(Math.hypot(expected.x - xMeters, expected.y - yMeters)).toBeLessThan(0.001);
        },
      ),
    );
  });
});
