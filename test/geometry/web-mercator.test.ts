import { distance } from '@turf/turf';
import fc from 'fast-check';
import proj4 from 'proj4';
import { describe, expect, it } from 'vitest';
import {
  latitudeOfMercatorY,
  mercatorMetersPerDegree,
  mercatorY,
  metersPerPixel,
  positionOfWorldPixel,
  worldPixelOf,
} from '../../src/geometry/web-mercator.js';
import { parallelShare } from '../../src/geometry/sphere.js';
import { cityPosition } from './arbitraries.js';

const longitudes = fc.double({ min: -180, max: 180, noNaN: true });
const latitudes = fc.double({ min: -85, max: 85, noNaN: true });
const zooms = fc.integer({ min: 0, max: 18 });
/** Half the side of the projected world, metres. */
const [half = NaN] = proj4('EPSG:4326', 'EPSG:3857', [180, 0]);

describe('web Mercator', () => {
  it('is proj’s EPSG:3857, there and back', () => {
    fc.assert(
      fc.property(latitudes, (latitude) => {
        const [, y] = proj4('EPSG:4326', 'EPSG:3857', [0, latitude]);
        expect(Math.abs(mercatorY(latitude) - y)).toBeLessThan(1e-4);
        expect(Math.abs(latitudeOfMercatorY(y) - latitude)).toBeLessThan(1e-9);
      }),
    );
  });

  it('takes as many metres to a degree as a small step says', () => {
    fc.assert(
      fc.property(latitudes, (latitude) => {
        const step = 1e-4;
        const slope = (mercatorY(latitude + step) - mercatorY(latitude - step)) / (2 * step);
        expect(mercatorMetersPerDegree(latitude) / slope).toBeCloseTo(1, 6);
      }),
    );
  });

  it('draws a parallel shorter as turf’s sphere does', () => {
    fc.assert(
      fc.property(latitudes, latitudes, (latitude, other) => {
        const along = (at: number) => distance([0, at], [1e-3, at], { units: 'meters' });
        expect(parallelShare(latitude) / parallelShare(other) / (along(latitude) / along(other))).toBeCloseTo(
          1,
          6,
        );
      }),
    );
  });

  it('spans on the ground what turf says, on the equator’s sphere', () => {
    fc.assert(
      fc.property(latitudes, zooms, fc.constantFrom(256, 512), (latitude, zoom, tilePixels) => {
        // A small share of a pixel's longitude: a great circle leaves a long parallel.
        const degrees = 360 / (tilePixels * 2 ** zoom);
        const share = Math.min(1, 1e-3 / degrees);
        const meters = distance([0, latitude], [degrees * share, latitude], { units: 'meters' }) / share;
        const found = metersPerPixel(latitude, zoom, tilePixels);
        expect(found / (meters * (6_378_137 / 6_371_008.8))).toBeCloseTo(1, 6);
      }),
    );
  });

  it('puts a position where proj puts it in the picture of the world', () => {
    fc.assert(
      fc.property(longitudes, latitudes, zooms, (longitude, latitude, zoom) => {
        const across = 256 * 2 ** zoom;
        const [x, y] = proj4('EPSG:4326', 'EPSG:3857', [longitude, latitude]);
        const found = worldPixelOf([longitude, latitude], zoom, 256);
        expect(Math.abs(found.x - ((x + half) / (2 * half)) * across)).toBeLessThan(1e-3);
        expect(Math.abs(found.y - ((half - y) / (2 * half)) * across)).toBeLessThan(1e-3);
      }),
    );
  });

  it('comes back from a pixel to its position', () => {
    fc.assert(
      fc.property(cityPosition, zooms, (position, zoom) => {
        const [longitude, latitude] = positionOfWorldPixel(worldPixelOf(position, zoom, 512), zoom, 512);
        expect(Math.abs(longitude - position[0])).toBeLessThan(1e-9);
        expect(Math.abs(latitude - position[1])).toBeLessThan(1e-9);
      }),
    );
  });
});
