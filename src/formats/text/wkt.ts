import { decimalNumber } from '../../geometry/decimal-number.js';
import type { Geometry, Position } from 'geojson';
import { eachPosition } from '../../geometry/positions.js';

/**
 * Well-known text → geometry, or null when it is none. Reads POINT … GEOMETRYCOLLECTION with Z; M is dropped,
 * a leading `SRID=…;` is passed over (the caller asks about the system).
 */
export function parseWkt(text: string): Geometry | null {
  const tokens = text.replace(/^\s*SRID=\d+;/i, '').match(/[A-Za-z]+|[(),]|[^\s(),]+/g) ?? [];
  const reader = new Reader(tokens);
  const geometry = reader.geometry(0);
  return geometry && reader.done ? geometry : null;
}

class Reader {
  #at = 0;
  readonly #tokens: readonly string[];
  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  get done(): boolean {
    return this.#at >= this.#tokens.length;
  }

  geometry(depth: number): Geometry | null {
    if (depth > 8) return null;
    const word = this.#tokens[this.#at++]?.toUpperCase() ?? '';
    const next = this.#tokens[this.#at]?.toUpperCase();
    if (next === 'Z' || next === 'M' || next === 'ZM') this.#at++;
    const type = word.replace(/(ZM|Z|M)$/, '');
    const nest = (levels: number) => this.#nested(levels);
    switch (type) {
      case 'POINT': {
        const line = nest(0) as Position[] | null;
        return line?.[0] ? { type: 'Point', coordinates: line[0] } : null;
      }
      case 'LINESTRING':
        return as('LineString', nest(0));
      case 'POLYGON':
        return as('Polygon', nest(1));
      case 'MULTIPOINT': {
        // Both (1 2, 3 4) and ((1 2), (3 4)) are in use.
        const save = this.#at;
        const flat = nest(0);
        if (flat) return as('MultiPoint', flat);
        this.#at = save;
        const nested = nest(1) as Position[][] | null;
        return nested ? { type: 'MultiPoint', coordinates: nested.flat() } : null;
      }
      case 'MULTILINESTRING':
        return as('MultiLineString', nest(1));
      case 'MULTIPOLYGON':
        return as('MultiPolygon', nest(2));
      case 'GEOMETRYCOLLECTION': {
        if (!this.#take('(')) return null;
        const geometries: Geometry[] = [];
        do {
          const part = this.geometry(depth + 1);
          if (!part) return null;
          geometries.push(part);
        } while (this.#take(','));
        return this.#take(')') ? { type: 'GeometryCollection', geometries } : null;
      }
      default:
        return null;
    }
  }

  /** `levels` 0 = a list of positions, 1 = a list of those, … */
  #nested(levels: number): unknown[] | null {
    if (!this.#take('(')) return null;
    const items: unknown[] = [];
    do {
      const item = levels === 0 ? this.#position() : this.#nested(levels - 1);
      if (!item) return null;
      items.push(item);
    } while (this.#take(','));
    return this.#take(')') ? items : null;
  }

  #position(): Position | null {
    const numbers: number[] = [];
    for (
      let token = this.#tokens[this.#at];
      token && /^[-+.\d]/.test(token);
      token = this.#tokens[this.#at]
    ) {
      numbers.push(decimalNumber(token));
      this.#at++;
    }
    if (numbers.length < 2 || numbers.length > 4 || numbers.some((value) => !Number.isFinite(value)))
      return null;
    return numbers.slice(0, 3);
  }

  #take(symbol: string): boolean {
    if (this.#tokens[this.#at] !== symbol) return false;
    this.#at++;
    return true;
  }
}

function as(
  type: 'LineString' | 'Polygon' | 'MultiPoint' | 'MultiLineString' | 'MultiPolygon',
  coordinates: unknown,
) {
  return coordinates ? ({ type, coordinates } as Geometry) : null;
}

const keyword: Readonly<Record<Geometry['type'], string>> = {
  Point: 'POINT',
  MultiPoint: 'MULTIPOINT',
  LineString: 'LINESTRING',
  MultiLineString: 'MULTILINESTRING',
  Polygon: 'POLYGON',
  MultiPolygon: 'MULTIPOLYGON',
  GeometryCollection: 'GEOMETRYCOLLECTION',
};

/** Geometry → well-known text with `digits` decimals. */
export function toWkt(geometry: Geometry, digits: number): string {
  if (geometry.type === 'GeometryCollection')
    return `${keyword[geometry.type]}(${geometry.geometries.map((part) => toWkt(part, digits)).join(',')})`;
  const write = (value: unknown): string => {
    const items = value as unknown[];
    if (typeof items[0] === 'number')
      return items.map((number) => String(Number((number as number).toFixed(digits)))).join(' ');
    return `(${items.map(write).join(',')})`;
  };
  let high = false;
  eachPosition(geometry, (position) => (high ||= position.length > 2));
  const body = geometry.type === 'Point' ? `(${write(geometry.coordinates)})` : write(geometry.coordinates);
  return `${keyword[geometry.type]}${high ? ' Z' : ''} ${body}`;
}
