import type { Position } from '../geometry/position.js';

/**
 * Open Location Code ("plus codes"), decoding only.
 * Specification: github.com/google/open-location-code, Documentation/Specification/specification.md.
 * Ten digits in pairs (latitude, longitude) of base 20, the first pair in 20° steps, '+' after the eighth;
 * further digits refine a 4 × 5 grid. A short code leaves out leading pairs and needs a reference.
 */
const alphabet = '23456789CFGHJMPQRVWX';

/** The cell a code stands for, in degrees. */
export interface PlusCodeArea {
  code: string;
  south: number;
  west: number;
  north: number;
  east: number;
}

const full = /^[2-9CFGHJMPQRVWX]{8}\+(?:[2-9CFGHJMPQRVWX]{2,7})?$/i;
const short = /^[2-9CFGHJMPQRVWX]{4}(?:[2-9CFGHJMPQRVWX]{2})?\+[2-9CFGHJMPQRVWX]{2,7}$/i;

const digit = (code: string, i: number) => alphabet.indexOf(code.charAt(i));

/** Decodes a full code; null when it is not one (padded codes, coarser than 300 m, are refused). */
export function decodePlusCode(code: string): PlusCodeArea | null {
  if (!full.test(code)) return null;
  const digits = code.replace('+', '').toUpperCase();
  if (digit(digits, 0) > 8 || digit(digits, 1) > 17) return null;
  // In units of the finest cell (1/8000 ° of a pair, then 5 and 4 parts a step): whole numbers stay exact.
  const steps = Math.max(0, digits.length - 10);
  const latitudeUnits = 8000 * 5 ** steps;
  const longitudeUnits = 8000 * 4 ** steps;
  let latitude = 0;
  let longitude = 0;
  const pairs = Math.min(digits.length, 10) / 2;
  for (let pair = 0; pair < pairs; pair++) {
    const size = 20 / 20 ** pair;
    latitude += digit(digits, 2 * pair) * Math.round(size * latitudeUnits);
    longitude += digit(digits, 2 * pair + 1) * Math.round(size * longitudeUnits);
  }
  for (let step = 1; step <= steps; step++) {
    const value = digit(digits, 9 + step);
    latitude += Math.floor(value / 4) * 5 ** (steps - step);
    longitude += (value % 4) * 4 ** (steps - step);
  }
  const height = digits.length < 10 ? latitudeUnits / 400 : 1;
  const width = digits.length < 10 ? longitudeUnits / 400 : 1;
  return {
    code: `${digits.slice(0, 8)}+${digits.slice(8)}`,
    south: latitude / latitudeUnits - 90,
    west: longitude / longitudeUnits - 180,
    north: (latitude + height) / latitudeUnits - 90,
    east: (longitude + width) / longitudeUnits - 180,
  };
}

/** Leading `count` digits (4 or 8 at most, even) of the code of a position. */
function leadingDigits([longitude, latitude]: Position, count: number): string {
  let [y, x] = [latitude + 90, longitude + 180];
  let code = '';
  for (let pair = 0, size = 20; pair < count / 2; pair++, size /= 20) {
    const [row, column] = [Math.floor(y / size), Math.floor(x / size)];
    code += alphabet.charAt(row) + alphabet.charAt(column);
    y -= row * size;
    x -= column * size;
  }
  return code;
}

/** Decodes a short code as the cell nearest to `reference`; null when it is not a short code. */
export function recoverPlusCode(code: string, reference: Position): PlusCodeArea | null {
  if (!short.test(code)) return null;
  const missing = 8 - code.indexOf('+');
  const area = decodePlusCode(leadingDigits(reference, missing) + code);
  if (!area) return null;
  // The missing digits repeat every `size` degrees; step over when the neighbour is nearer.
  const size = 20 ** (2 - missing / 2);
  const shift = (here: number, wanted: number) =>
    Math.abs(here - wanted) <= size / 2 ? 0 : here > wanted ? -size : size;
  const centre: Position = [(area.west + area.east) / 2, (area.south + area.north) / 2];
  const north = shift(centre[1], reference[1]);
  const dy = Math.abs(centre[1] + north) > 90 ? 0 : north;
  const dx = shift(centre[0], reference[0]);
  if (dy === 0 && dx === 0) return area;
  const moved: Position = [centre[0] + dx, centre[1] + dy];
  return decodePlusCode(leadingDigits(moved, missing) + code);
}

/** Finds a plus code anywhere in a text (福岡市 HCR2+4X); null when there is none. */
export function findPlusCode(text: string, reference: Position): PlusCodeArea | null {
  const written = /(?:^|[^0-9A-Z])([2-9CFGHJMPQRVWX]{4,8}\+[2-9CFGHJMPQRVWX]{0,7})(?![0-9A-Z])/i.exec(
    text.slice(0, 400).normalize('NFKC'),
  )?.[1];
  if (!written) return null;
  return decodePlusCode(written) ?? recoverPlusCode(written, reference);
}
