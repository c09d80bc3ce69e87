import type { BoundingBox, Position } from '../geometry/position.js';
import { boxContains } from '../geometry/position.js';

/** Coordinates found in a text; `inFrame` tells whether they lie in the city's frame. */
export interface WrittenCoordinates {
  position: Position;
  inFrame: boolean;
}

type Axis = 'latitude' | 'longitude' | null;
interface Angle {
  degrees: number;
  axis: Axis;
  /** Decimal point, degree mark or label: plain whole numbers are house numbers, not coordinates. */
  marked: boolean;
}

const label = String.raw`(?:北緯|南緯|東経|西経|緯度|経度|LATITUDE|LONGITUDE|LAT|LON|LNG|[NSEW])\s*[:=]?\s*`;
const minutes = String.raw`(?:\s*(\d{1,2}(?:\.\d+)?)\s*['′’分])?`;
const seconds = String.raw`(?:\s*(\d{1,2}(?:\.\d+)?)\s*(?:"|″|”|''|′′|’’|秒))?`;
const number = String.raw`([+-]?\d{1,3}(?:\.\d{1,15})?)(?:\s*([°度])${minutes}${seconds})?`;
/** A letter stands before the number or behind it, not both: N33.59 E130.40, 33.59N 130.40E. */
const angle = String.raw`(?:(${label})${number}|${number}\s*([NSEW](?![A-Z]))?)`;
const groups = 10;
const two = new RegExp(String.raw`^${angle}\s*[\s,、/&;]*\s*${angle}$`);

function axisOf(letter: string): Axis {
  if (/緯|LAT|^[NS]/.test(letter)) return 'latitude';
  if (/経|LON|LNG|^[EW]/.test(letter)) return 'longitude';
  return null;
}

/** @param parts the groups of {@link angle} */
function angleOf(parts: readonly (string | undefined)[]): Angle {
  const before = parts[0];
  const [degrees = '', mark, minute, second, after] =
    before === undefined ? parts.slice(5) : parts.slice(1, 5);
  const letter = before ?? after ?? '';
  const size = Math.abs(Number(degrees)) + Number(minute ?? 0) / 60 + Number(second ?? 0) / 3600;
  const negative = degrees.startsWith('-') !== /^(?:南緯|西経|[SW])/.test(letter);
  return {
    degrees: negative ? -size : size,
    axis: axisOf(letter),
    marked: degrees.includes('.') || mark !== undefined || letter !== '',
  };
}

/**
 * Reads coordinates in any of the common hands: `33.59,130.40`, `130.40 33.59`, 北緯33度35分24秒 東経…,
 * `33°35'24"N 130°24'06"E`, `geo:33.59,130.40`, a map address holding `@33.59,130.40`.
 * The order is taken from the labels, else from which order falls into `frame`, else latitude first.
 * Null when the text is something else.
 */
export function readCoordinates(text: string, frame: BoundingBox): WrittenCoordinates | null {
  // One space at most: several \s* in a row must not try every split of a long gap.
  const degreeSigns = text.slice(0, 400).replace(/[º˚]/g, '°');
  const plain = degreeSigns.normalize('NFKC').toUpperCase().replace(/\s+/g, ' ').trim();
  const inAddress = /@(-?\d{1,3}\.\d{1,15}),(-?\d{1,3}\.\d{1,15})(?:,|$|\s)/.exec(plain);
  const bare = inAddress
    ? `${inAddress[1]},${inAddress[2]}`
    : plain
        .replace(/^GEO:/, '')
        .replace(/[−‐‑–—]/g, '-')
        .replace(/[()[\]]/g, ' ')
        .trim();
  const match = two.exec(bare);
  if (!match) return null;
  const first = angleOf(match.slice(1, 1 + groups));
  const second = angleOf(match.slice(1 + groups));
  if (!first.marked || !second.marked) return null;
  if (first.axis !== null && first.axis === second.axis) return null;
  const labelled = first.axis ?? (second.axis === 'latitude' ? 'longitude' : second.axis && 'latitude');
  const latitudeFirst: Position = [second.degrees, first.degrees];
  const longitudeFirst: Position = [first.degrees, second.degrees];
  const guess = boxContains(frame, longitudeFirst) ? longitudeFirst : latitudeFirst;
  const position =
    labelled === 'latitude' ? latitudeFirst : labelled === 'longitude' ? longitudeFirst : guess;
  if (Math.abs(position[1]) > 90 || Math.abs(position[0]) > 180) return null;
  return { position, inFrame: boxContains(frame, position) };
}
