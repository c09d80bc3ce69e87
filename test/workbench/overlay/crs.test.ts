import { readFileSync } from 'node:fs';
import proj4 from 'proj4';
import { describe, expect, it } from 'vitest';
import { city as fukuoka } from '../../../src/catalog/city.js';
import { distanceMeters } from '../../../src/geometry/measure.js';
import { fromPlane, toPlane } from '../../../src/geometry/plane-rectangular.js';
import type { Position } from '../../../src/geometry/position.js';
import { crsByEpsg, fromDegrees, toDegrees } from '../../../src/formats/crs/crs.js';
import { tokyoShiftAt } from '../../../src/formats/crs/tokyo-shift.js';
import { findShift } from '../../../src/workbench/overlay/datum-shift.js';
import { scoreCrs } from '../../../src/formats/crs/score-crs.js';

const cityFrame = { epsg: fukuoka.planeEpsg, box: fukuoka.bbox, frame: fukuoka.frame };
const hakata: Position = [130.4207, 33.5898];
/** A handful of places in the city. */
const places: Position[] = [
  hakata,
  [130.4017, 33.5902],
  [130.325, 33.5838],
  [130.4257, 33.5597],
  [130.3579, 33.6501],
  [130.4301, 33.6885],
  [130.2591, 33.5781],
];
const tokyoPlane = (position: Position): [number, number] => {
  const definition =
    '+proj=tmerc +lat_0=33 +lon_0=131 +k=0.9999 +x_0=0 +y_0=0 +ellps=bessel +towgs84=-146.414,507.337,680.507,0,0,0,0 +units=m +no_defs';
  return proj4<[number, number]>('+proj=longlat +datum=WGS84 +no_defs', definition, [...position]);
};

describe('coordinate systems', () => {
  it('reads zone II drawing coordinates to the place the national formula gives', () => {
    const plane = toPlane(hakata);
    const read = toDegrees({ epsg: 6670, swapped: false, unit: 1 })(plane.eastMeters, plane.northMeters);
    expect(distanceMeters(read, hakata)).toBeLessThan(0.001);
    const surveyors = toDegrees({ epsg: 6670, swapped: true, unit: 1 })(plane.northMeters, plane.eastMeters);
    expect(distanceMeters(surveyors, hakata)).toBeLessThan(0.001);
    const inMillimetres = toDegrees({ epsg: 6670, swapped: false, unit: 0.001 })(
      plane.eastMeters * 1000,
      plane.northMeters * 1000,
    );
    expect(distanceMeters(inMillimetres, hakata)).toBeLessThan(0.001);
  });

  it('gives NaN, not an exception, for coordinates that have no place', () => {
    const read = toDegrees({ epsg: 6670, swapped: false, unit: 1 });
    expect(read(Infinity, 0)).toEqual([NaN, NaN]);
    expect(read(NaN, 3)).toEqual([NaN, NaN]);
    expect(Number.isFinite(read(1e300, 1e300)[0]) && Math.abs(read(1e300, 1e300)[1]) <= 33).toBe(false);
  });

  it('knows all zones of three datums and refuses what it cannot convert', () => {
    expect(crsByEpsg(6677)?.definition).toContain('+lon_0=139.83');
    expect(crsByEpsg(2444)?.datum).toBe('jgd2000');
    expect(crsByEpsg(30162)?.datum).toBe('tokyo');
    expect(crsByEpsg(2154)).toBeUndefined();
    expect(() => toDegrees({ epsg: 2154, swapped: false, unit: 1 })).toThrow(/2154/);
  });
});

describe('asking again', () => {
  it('gives back the numbers of the file, so that the old datum can be chosen after all', () => {
    for (const reading of [
      { epsg: 6670, swapped: false, unit: 1 },
      { epsg: 6670, swapped: true, unit: 0.001 },
      { epsg: 30162, swapped: false, unit: 1 },
      { epsg: 4301, swapped: true, unit: 1 },
      { epsg: 3857, swapped: false, unit: 1 },
    ]) {
      const there = toDegrees(reading);
      const back = fromDegrees(reading);
      const again = there(...back(...hakata));
      // The datum shift loses some millimetres on the way there and back, because heights are not known.
      expect(distanceMeters(again, hakata)).toBeLessThan(0.01);
    }
    const [longitude, latitude] = toDegrees({ epsg: 30162, swapped: false, unit: 1 })(
      ...fromDegrees({ epsg: 6670, swapped: false, unit: 1 })(...hakata),
    );
    expect(distanceMeters([longitude, latitude], hakata)).toBeGreaterThan(380);
  });
});

describe('guessing the system of a file that names none', () => {
  const drawing = places.map((place) => toPlane(place)).map((p) => [p.eastMeters, p.northMeters]);

  it('puts zone II first for a drawing in zone II, beside the old datum about 400 m away', () => {
    const { candidates, certain } = scoreCrs(drawing, cityFrame);
    expect(candidates[0]).toMatchObject({ epsg: 6670, swapped: false, unit: 1, inCity: 1, alsoEpsg: [2444] });
    const tokyo = candidates.find((candidate) => candidate.epsg === 30162);
    expect(tokyo?.fromBestMeters).toBeGreaterThan(350);
    expect(tokyo?.fromBestMeters).toBeLessThan(450);
    expect(certain).toBeNull();
  });

  it('sees a surveyors’ list (X north first) as swapped', () => {
    const { candidates } = scoreCrs(
      drawing.map(([east = 0, north = 0]) => [north, east]),
      cityFrame,
    );
    expect(candidates[0]).toMatchObject({ epsg: 6670, swapped: true, inCity: 1 });
    expect(candidates.every((candidate) => candidate.swapped)).toBe(true);
  });

  it('sees a drawing in millimetres', () => {
    const { candidates } = scoreCrs(
      drawing.map((p) => p.map((v) => v * 1000)),
      cityFrame,
    );
    expect(candidates[0]).toMatchObject({ epsg: 6670, unit: 0.001, inCity: 1 });
  });

  it('sees degrees, latitude first too', () => {
    expect(scoreCrs(places, cityFrame).candidates[0]).toMatchObject({
      epsg: 4326,
      swapped: false,
      inCity: 1,
    });
    const latitudeFirst = places.map(([longitude, latitude]) => [latitude, longitude]);
    expect(scoreCrs(latitudeFirst, cityFrame).candidates[0]).toMatchObject({
      epsg: 4326,
      swapped: true,
      inCity: 1,
    });
  });

  it('finds nothing for a drawing at an arbitrary origin', () => {
    expect(
      scoreCrs(
        [
          [0, 0],
          [420, 297],
        ],
        cityFrame,
      ),
    ).toEqual({ candidates: [], certain: null });
  });
});

describe('the shift of about 400 m', () => {
  const stations: Position[] = readFileSync('geodata/cities/fukuoka/geometry/stations.csv', 'utf8')
    .split(/\r?\n/)
    .flatMap((line) => {
      const numbers = line
        .split(',')
        .map(Number)
        .filter((value) => value > 30 && value < 140);
      const longitude = numbers.find((value) => value > 120);
      const latitude = numbers.find((value) => value < 40 && value > 33);
      return longitude && latitude ? [[longitude, latitude] as const] : [];
    });
  const oldFigures = stations.map((place) => {
    const [longitude = NaN, latitude = NaN] = proj4(
      '+proj=longlat +datum=WGS84 +no_defs',
      '+proj=longlat +ellps=bessel +towgs84=-146.414,507.337,680.507,0,0,0,0 +no_defs',
      [...place],
    );
    return [longitude, latitude] as const;
  });

  it('is north-west by about 400 m in Fukuoka', () => {
    const { eastMeters, northMeters } = tokyoShiftAt(hakata);
    expect(Math.hypot(eastMeters, northMeters)).toBeGreaterThan(380);
    expect(Math.hypot(eastMeters, northMeters)).toBeLessThan(440);
    expect(eastMeters).toBeLessThan(0);
    expect(northMeters).toBeGreaterThan(0);
  });

  it('is recognised from points alone, both ways, and named', () => {
    expect(stations.length).toBeGreaterThan(50);
    expect(findShift(stations, stations).kind).toBe('fits');
    const late = findShift(oldFigures, stations);
    expect(late.kind).toBe('tokyo-read-as-world');
    expect(late.meters).toBeGreaterThan(380);
    expect(findShift(stations, oldFigures).kind).toBe('world-read-as-tokyo');
  });

  it('names a shift that is neither, and says unknown for strangers', () => {
    const moved = stations.map(([longitude, latitude]) => [longitude + 0.004, latitude] as const);
    expect(findShift(moved, stations).kind).toBe('other');
    expect(findShift(moved.slice(0, 3), stations).kind).toBe('unknown');
    expect(findShift([], stations).kind).toBe('unknown');
  });

  it('agrees with the old zone II drawing read as the new one', () => {
    const [east, north] = tokyoPlane(hakata);
    const wrong = fromPlane({ eastMeters: east, northMeters: north });
    expect(distanceMeters(wrong, hakata)).toBeGreaterThan(380);
    expect(distanceMeters(wrong, hakata)).toBeLessThan(440);
    const right = toDegrees({ epsg: 30162, swapped: false, unit: 1 })(east, north);
    expect(distanceMeters(right, hakata)).toBeLessThan(0.01);
  });
});
