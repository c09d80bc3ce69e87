import proj4 from 'proj4';
import { datums, worldDegrees, type Datum } from './datums.js';
import { planeDefinition, planeEpsg, zoneOfEpsg } from './plane-zones.js';

const webMercator =
  '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs';
export type CrsFamily = 'plane' | 'degrees' | 'mercator' | 'utm';

/** A coordinate system a file may be in. JGD2000, JGD2011 and WGS84 agree within centimetres in Kyushu. */
export interface Crs {
  epsg: number;
  family: CrsFamily;
  datum: Datum;
  /** proj string with the file's first number as x (east) and the second as y (north). */
  definition: string;
}

/** How the numbers of a file are to be read. */
export interface CrsReading {
  epsg: number;
  /** True when the first number is the north one: surveyors' X, or latitude before longitude. */
  swapped: boolean;
  /** Metres (or degrees) in one unit of the file: 0.001 for a drawing in millimetres. */
  unit: number;
}

/** Systems to try for a file that does not name its own, the likeliest first, for a city of one zone. */
export function crsCandidates(cityEpsg: number): readonly Crs[] {
  const zone = zoneOfEpsg(cityEpsg);
  return [
    plane(zone, 'jgd2011'),
    degrees(4326, 'wgs84'),
    plane(zone, 'jgd2000'),
    degrees(4612, 'jgd2000'),
    plane(zone, 'tokyo'),
    degrees(4301, 'tokyo'),
    mercator,
  ];
}

const mercator: Crs = { epsg: 3857, family: 'mercator', datum: 'wgs84', definition: webMercator };

function degrees(epsg: number, datum: Datum): Crs {
  return { epsg, family: 'degrees', datum, definition: `+proj=longlat ${datums[datum]} +no_defs` };
}

function plane(zone: number, datum: keyof typeof planeEpsg): Crs {
  return {
    epsg: planeEpsg[datum](zone),
    family: 'plane',
    datum,
    definition: planeDefinition(zone, datums[datum]),
  };
}

/** UTM zones over Japan by code: the first and the last code, the zone of the first, the datum. */
const utmRanges: readonly (readonly [number, number, number, Datum])[] = [
  [6688, 6692, 51, 'jgd2011'],
  [3097, 3101, 51, 'jgd2000'],
  [32651, 32656, 51, 'wgs84'],
  [3092, 3096, 51, 'tokyo'],
];

function utm(epsg: number): Crs | undefined {
  const range = utmRanges.find(([first, last]) => epsg >= first && epsg <= last);
  if (!range) return undefined;
  const [first, , firstZone, datum] = range;
  const zone = firstZone + epsg - first;
  const definition = `+proj=utm +zone=${zone} ${datums[datum]} +units=m +no_defs`;
  return { epsg, family: 'utm', datum, definition };
}

/** Geographic systems, three of them with heights as well (6697 is JGD2011 with 標高). */
const degreesByEpsg: Readonly<Record<number, Datum>> = {
  4326: 'wgs84',
  4301: 'tokyo',
  4612: 'jgd2000',
  6668: 'jgd2011',
  6697: 'jgd2011',
};

/**
 * Any system this project can turn into degrees by itself: 19 plane zones in three datums, UTM over Japan, the
 * geographic ones and web Mercator. Undefined for others; GDAL then does it, if the file came through GDAL.
 */
export function crsByEpsg(epsg: number): Crs | undefined {
  if (epsg >= 6669 && epsg <= 6687) return plane(epsg - 6668, 'jgd2011');
  if (epsg >= 2443 && epsg <= 2461) return plane(epsg - 2442, 'jgd2000');
  if (epsg >= 30161 && epsg <= 30179) return plane(epsg - 30160, 'tokyo');
  if (epsg === mercator.epsg) return mercator;
  const datum = degreesByEpsg[epsg];
  return datum ? degrees(epsg, datum) : utm(epsg);
}

/** Degrees that agree with JGD2011 within centimetres here: nothing to convert. */
export function isPlainDegrees(epsg: number): boolean {
  const crs = crsByEpsg(epsg);
  return crs?.family === 'degrees' && crs.datum !== 'tokyo';
}

/**
 * A function from a file's numbers to [longitude, latitude] of JGD2011/WGS84 in degrees.
 * Numbers that have no place (poles of the projection, infinities) come out as NaN.
 */
export function toDegrees(reading: CrsReading): (first: number, second: number) => [number, number] {
  const crs = crsByEpsg(reading.epsg);
  if (!crs) throw new RangeError(`EPSG:${reading.epsg} is not among the systems this page converts`);
  const unit = reading.unit;
  const converter = proj4(crs.definition, worldDegrees);
  const plain = crs.family === 'degrees' && crs.datum !== 'tokyo';
  return (first, second) => {
    const east = (reading.swapped ? second : first) * unit;
    const north = (reading.swapped ? first : second) * unit;
    if (!Number.isFinite(east) || !Number.isFinite(north)) return [NaN, NaN];
    if (plain) return [east, north];
    // proj4 throws on coordinates outside a projection; here that is an answer, not misuse.
    try {
      const [longitude, latitude] = converter.forward([east, north]);
      return [longitude ?? NaN, latitude ?? NaN];
    } catch {
      return [NaN, NaN];
    }
  };
}

/** The way back: [longitude, latitude] in degrees → the file's own two numbers. */
export function fromDegrees(reading: CrsReading): (longitude: number, latitude: number) => [number, number] {
  const crs = crsByEpsg(reading.epsg);
  if (!crs) throw new RangeError(`EPSG:${reading.epsg} is not among the systems this page converts`);
  const converter = proj4(worldDegrees, crs.definition);
  return (longitude, latitude) => {
    const [east = NaN, north = NaN] = converter.forward([longitude, latitude]);
    const numbers: [number, number] = reading.swapped ? [north, east] : [east, north];
    return [numbers[0] / reading.unit, numbers[1] / reading.unit];
  };
}
