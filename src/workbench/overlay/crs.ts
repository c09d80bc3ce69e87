import proj4 from 'proj4';
import { planeDefinition, planeEpsg, zoneOfEpsg } from './plane-zones.js';

/**
 * The old Japanese datum on Bessel's ellipsoid with the three published shift parameters
 * (EPSG:15483). Good to about 10 m; the grid TKY2JGD would be needed for decimetres.
 */
const tokyoDatum = '+ellps=bessel +towgs84=-146.414,507.337,680.507,0,0,0,0';
const worldDatum = '+ellps=GRS80 +towgs84=0,0,0,0,0,0,0';
const webMercator =
  '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs';
/** What the three-parameter shift is good for, metres. */
export const tokyoAccuracyMeters = 10;

export type CrsFamily = 'plane' | 'degrees' | 'mercator';
export type Datum = 'jgd2011' | 'jgd2000' | 'wgs84' | 'tokyo';

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
    plane(zone, 'jgd2011', worldDatum),
    { epsg: 4326, family: 'degrees', datum: 'wgs84', definition: `+proj=longlat ${worldDatum} +no_defs` },
    plane(zone, 'jgd2000', worldDatum),
    { epsg: 4612, family: 'degrees', datum: 'jgd2000', definition: `+proj=longlat ${worldDatum} +no_defs` },
    plane(zone, 'tokyo', tokyoDatum),
    { epsg: 4301, family: 'degrees', datum: 'tokyo', definition: `+proj=longlat ${tokyoDatum} +no_defs` },
    { epsg: 3857, family: 'mercator', datum: 'wgs84', definition: webMercator },
  ];
}

function plane(zone: number, datum: 'jgd2011' | 'jgd2000' | 'tokyo', shift: string): Crs {
  return { epsg: planeEpsg[datum](zone), family: 'plane', datum, definition: planeDefinition(zone, shift) };
}

/**
 * Any system this page can turn into degrees by itself: 19 zones in three datums, and the geographic ones.
 * Undefined for others; GDAL then does it, if the file came through GDAL.
 */
export function crsByEpsg(epsg: number): Crs | undefined {
  if (epsg >= 6669 && epsg <= 6687) return plane(epsg - 6668, 'jgd2011', worldDatum);
  if (epsg >= 2443 && epsg <= 2461) return plane(epsg - 2442, 'jgd2000', worldDatum);
  if (epsg >= 30161 && epsg <= 30179) return plane(epsg - 30160, 'tokyo', tokyoDatum);
  if (epsg === 6668 || epsg === 6697)
    return { epsg, family: 'degrees', datum: 'jgd2011', definition: `+proj=longlat ${worldDatum} +no_defs` };
  return crsCandidates(6670).find((crs) => crs.epsg === epsg);
}

/**
 * A function from a file's numbers to [longitude, latitude] of JGD2011/WGS84 in degrees.
 * Numbers that have no place (poles of the projection, infinities) come out as NaN.
 */
export function toDegrees(reading: CrsReading): (first: number, second: number) => [number, number] {
  const crs = crsByEpsg(reading.epsg);
  if (!crs) throw new RangeError(`EPSG:${reading.epsg} is not among the systems this page converts`);
  const unit = reading.unit;
  const converter = proj4(crs.definition, `+proj=longlat ${worldDatum} +no_defs`);
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
  const converter = proj4(`+proj=longlat ${worldDatum} +no_defs`, crs.definition);
  return (longitude, latitude) => {
    const [east = NaN, north = NaN] = converter.forward([longitude, latitude]);
    const numbers: [number, number] = reading.swapped ? [north, east] : [east, north];
    return [numbers[0] / reading.unit, numbers[1] / reading.unit];
  };
}
