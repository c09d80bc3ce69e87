import { bearing, distance } from '@turf/turf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { depthClasses, nationalRasters } from '../../src/catalog/national.js';
import { decodeDepthPixel, decodeElevationPixel } from '../../src/report/depth-palette.js';
import { readHazardTile, type TileAnswer } from '../../src/report/hazard-reading.js';
import { tilePixelAt, tileUrl } from '../../src/report/tile-pixel.js';

const layer = nationalRasters[0]!;
const rgb = (hex: string) =>
  [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)) as [number, number, number];
const byte = fc.integer({ min: 0, max: 255 });

function tile(paint: (column: number, row: number) => string | null): TileAnswer {
  const data = new Uint8ClampedArray(256 * 256 * 4);
  for (let row = 0; row < 256; row += 1)
    for (let column = 0; column < 256; column += 1) {
      const colour = paint(column, row);
      if (colour) data.set([...rgb(colour), 255], (row * 256 + column) * 4);
    }
  return { kind: 'pixels', width: 256, height: 256, data };
}

describe('depth palette', () => {
  it.each(depthClasses)(
    'reads $colour as a class that contains $minMeters m',
    ({ colour, minMeters, maxMeters }) => {
      const reading = decodeDepthPixel([...rgb(colour), 255]);
      if (reading.kind !== 'depth') throw new Error(reading.kind);
      expect(reading.range.minMeters).toBeLessThanOrEqual(minMeters);
      if (maxMeters === null) expect(reading.range.maxMeters).toBeNull();
      else expect(reading.range.maxMeters).toBeGreaterThanOrEqual(maxMeters);
    },
  );

  it('gives the wider class where six and eight classes share a colour', () => {
    expect(decodeDepthPixel([...rgb('#f7f5a9'), 255])).toMatchObject({
      range: { minMeters: 0, maxMeters: 0.5 },
    });
    expect(decodeDepthPixel([...rgb('#ffd8c0'), 255])).toMatchObject({
      range: { minMeters: 0.5, maxMeters: 3 },
    });
  });

  it('never calls a colour outside the palette a depth', () => {
    const known = new Set(depthClasses.map(({ colour }) => colour));
    fc.assert(
      fc.property(byte, byte, byte, (red, green, blue) => {
        const hex = `#${[red, green, blue].map((value) => value.toString(16).padStart(2, '0')).join('')}`;
        fc.pre(!known.has(hex));
        expect(decodeDepthPixel([red, green, blue, 255]).kind).toBe('unknown-colour');
      }),
    );
  });

  it('reads heights of the elevation tiles, below sea level too', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 400_000 }), (centimeters) => {
        const value = centimeters < 0 ? centimeters + 16_777_216 : centimeters;
        const height = decodeElevationPixel([value >> 16, (value >> 8) & 255, value & 255, 255]);
        expect(height).toBeCloseTo(centimeters / 100, 6);
      }),
    );
    expect(decodeElevationPixel([128, 0, 0, 255])).toBeNull();
  });
});

describe('tile pixel', () => {
  it('finds the published tile of a known place', () => {
    // 福岡市役所 at z 17, by hand: (130.4017 + 180) / 360 × 2^17 = 113013.81
    const pixel = tilePixelAt([130.4017, 33.5902], 17);
    expect(tileUrl(layer.url, pixel)).toMatch(/\/17\/113013\/\d+\.png$/);
    expect(pixel.metersPerPixel).toBeCloseTo(0.995, 2);
  });

  it('moves to the next pixel after one pixel of ground', () => {
    fc.assert(
      fc.property(fc.double({ min: 130.1, max: 130.4, noNaN: true }), (longitude) => {
        const here = tilePixelAt([longitude, 33.6], 16);
        const next = tilePixelAt([longitude + 360 / (256 * 2 ** 16), 33.6], 16);
        expect(next.x * 256 + next.column - (here.x * 256 + here.column)).toBe(1);
      }),
    );
  });
});

describe('hazard reading', () => {
  /** A pixel of the tile the city hall lies in. */
  const pixelAt = (z: number, column: number, row: number) => ({
    ...tilePixelAt([130.4017, 33.5902], z),
    column,
    row,
  });
  const pixel = pixelAt(17, 100, 100);
  /** The middle of a pixel by the inverse of the projection as it is printed: φ = 2·atan(e^y) − π/2. */
  const middleOf = (z: number, column: number, row: number): [number, number] => {
    const { x, y } = pixelAt(z, column, row);
    const across = 256 * 2 ** z;
    const up = Math.PI * (1 - (2 * (y * 256 + row + 0.5)) / across);
    const latitude = ((2 * Math.atan(Math.exp(up)) - Math.PI / 2) * 180) / Math.PI;
    return [((x * 256 + column + 0.5) / across) * 360 - 180, latitude];
  };

  it('keeps the four whites apart', () => {
    expect(readHazardTile(layer, { kind: 'missing' }, pixel).kind).toBe('no-data');
    expect(readHazardTile(layer, { kind: 'unreachable', reason: 'CORS' }, pixel).kind).toBe('unreachable');
    expect(
      readHazardTile(
        layer,
        tile(() => null),
        pixel,
      ).kind,
    ).toBe('not-coloured');
    expect(
      readHazardTile(
        layer,
        tile(() => '#123456'),
        pixel,
      ).kind,
    ).toBe('unknown-colour');
  });

  it('finds the nearest deeper cell with its distance and direction', () => {
    const answer = readHazardTile(
      layer,
      tile((column, row) => (column === 130 && row === 100 ? '#ffb7b7' : '#ffffb3')),
      pixel,
    );
    expect(answer).toMatchObject({
      kind: 'depth',
      range: { minMeters: 0, maxMeters: 0.3 },
      deeper: { range: { minMeters: 3, maxMeters: 5 } },
    });
    if (answer.kind !== 'depth' || !answer.deeper) throw new Error(answer.kind);
    // 30 pixels of 0.995 m on web Mercator's sphere, 0.1 % less on turf's.
    expect(answer.deeper.meters).toBeCloseTo(29.81, 2);
    expect(answer.deeper.bearingDegrees).toBeCloseTo(90, 3);
  });

  it('refuses a picture that is no tile', () => {
    const odd: TileAnswer = { kind: 'pixels', width: 10, height: 10, data: new Uint8ClampedArray(400) };
    expect(readHazardTile(layer, odd, pixel).kind).toBe('unreachable');
  });

  it('passes on why a service did not answer, which colour was wrong, and how large the picture was', () => {
    expect(readHazardTile(layer, { kind: 'unreachable', reason: 'CORS' }, pixel)).toEqual({
      id: layer.id,
      hazard: layer.hazard,
      kind: 'unreachable',
      reason: 'CORS',
    });
    const wrong = readHazardTile(
      layer,
      tile(() => '#123456'),
      pixel,
    );
    expect(wrong).toEqual({ id: layer.id, hazard: layer.hazard, kind: 'unknown-colour', colour: '#123456' });
    for (const [width, height] of [
      [512, 256],
      [256, 512],
    ] as const) {
      const data = new Uint8ClampedArray(width * height * 4);
      expect(readHazardTile(layer, { kind: 'pixels', width, height, data }, pixel)).toMatchObject({
        kind: 'unreachable',
        reason: `tile of ${width}×${height} pixels`,
      });
    }
  });

  it('finds the same deeper cell as looking at every pixel of the tile, and says how far it could see', () => {
    const place = fc.integer({ min: 0, max: 255 });
    const spots = fc.array(fc.tuple(place, place, fc.constantFrom('#ffd8c0', '#ffb7b7', '#ffffb3')), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(place, place, fc.constantFrom(15, 16, 17), spots, (column, row, z, deep) => {
        const colours = new Map(deep.map(([x, y, colour]) => [`${x} ${y}`, colour]));
        colours.delete(`${column} ${row}`);
        const here = pixelAt(z, column, row);
        const size = here.metersPerPixel;
        const answer = readHazardTile(
          layer,
          tile((x, y) => colours.get(`${x} ${y}`) ?? null),
          here,
        );
        if (answer.kind !== 'not-coloured') throw new Error(answer.kind);
        const within = [...colours.keys()]
          .map((key) => key.split(' ').map(Number) as [number, number])
          .map(([x, y]) => ({ x, y, pixels: Math.hypot(x - column, y - row) }))
          .filter(({ pixels }) => pixels * size <= 100)
          .sort((a, b) => a.pixels - b.pixels);
        expect(answer.deeper === null).toBe(within.length === 0);
        if (answer.deeper) {
          const { bearingDegrees, meters } = answer.deeper;
          expect(bearingDegrees).toBeGreaterThanOrEqual(0);
          expect(bearingDegrees).toBeLessThan(360);
          // One of the nearest pixels, as far and that way as turf says from middle to middle.
          const [from, nearest] = [middleOf(z, column, row), within[0]!.pixels];
          const fits = within
            .filter(({ pixels }) => pixels === nearest)
            .map(({ x, y }) => middleOf(z, x, y))
            .map((to) => ({ meters: distance(from, to, { units: 'meters' }), turn: bearing(from, to) }))
            .filter(({ turn }) => Math.abs(((bearingDegrees - turn + 540) % 360) - 180) < 1e-3);
          expect(fits).toHaveLength(1);
          expect(meters).toBeCloseTo(fits[0]!.meters, 4);
        }
        const toEdge = Math.min(column, 255 - column, row, 255 - row) * size;
        expect(answer.seenMeters).toBeCloseTo(Math.min(100, toEdge), 9);
      }),
    );
  });

  it('takes as deeper only what begins deeper than the place itself', () => {
    const beside = (colour: string) =>
      readHazardTile(
        layer,
        tile((column) => (column === 101 ? colour : '#ffd8c0')),
        pixel,
      );
    expect(beside('#ffffb3')).toMatchObject({ kind: 'depth', deeper: null });
    expect(beside('#ffd8c0')).toMatchObject({ kind: 'depth', deeper: null });
    expect(beside('#ffb7b7')).toMatchObject({ kind: 'depth', deeper: { range: { minMeters: 3 } } });
  });
});
