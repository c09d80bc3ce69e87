import { describe, expect, it } from 'vitest';
import { featurePlace } from '../../src/app/feature-place.js';

describe('the place of a feature', () => {
  const place = (geometry: object | null) =>
    featurePlace({ type: 'Feature', properties: {}, geometry } as Parameters<typeof featurePlace>[0]);

  it('is inside an area, on a line, at a point, nowhere without geometry', () => {
    const horseshoe = [
      [
        [0, 0],
        [9, 0],
        [9, 9],
        [0, 9],
        [0, 7],
        [7, 7],
        [7, 2],
        [0, 2],
        [0, 0],
      ],
    ];
    const { position, box } = place({ type: 'Polygon', coordinates: horseshoe })!;
    expect(box).toEqual([0, 0, 9, 9]);
    expect(position[0] > 7 || position[1] < 2 || position[1] > 7).toBe(true);
    expect(
      place({
        type: 'LineString',
        coordinates: [
          [0, 0],
          [1, 1],
          [2, 0],
        ],
      })?.position,
    ).toEqual([1, 1]);
    expect(place({ type: 'Point', coordinates: [130, 33] })?.position).toEqual([130, 33]);
    expect(place(null)).toBeNull();
  });
});
