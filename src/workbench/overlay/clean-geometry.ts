import type { Geometry, Position } from 'geojson';
import { ringCrossesItself, type PairsLooked } from '../../geometry/self-crossing.js';

/** What was found wrong while cleaning, counted over a file. */
export interface GeometryFindings {
  broken: number;
  closedRings: number;
  selfCrossing: number;
  positions: number;
  /** What looking for crossings has cost so far. */
  looked?: PairsLooked;
}

/** Collections in collections: deeper than anything a program writes, far from the end of the stack. */
const deepest = 16;
const fewest = { LineString: 2, ring: 4 } as const;

/**
 * A geometry of unknown make → a valid-shaped one of finite numbers, or null when nothing of it can be drawn.
 * Parts that are broken are left out and counted; unclosed rings are closed. Collections become their parts.
 */
export function cleanGeometry(value: unknown, findings: GeometryFindings, depth = 0): Geometry | null {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'object' || depth > deepest) return count(findings);
  const { type, coordinates, geometries } = value as {
    type?: unknown;
    coordinates?: unknown;
    geometries?: unknown;
  };
  switch (type) {
    case 'Point': {
      const point = position(coordinates);
      if (!point) return count(findings);
      findings.positions++;
      return { type, coordinates: point };
    }
    case 'MultiPoint':
      return several(type, list(coordinates).map(position), findings);
    case 'LineString': {
      const line = path(coordinates, fewest.LineString, findings);
      return line ? { type, coordinates: line } : count(findings);
    }
    case 'MultiLineString':
      return several(
        type,
        list(coordinates).map((part) => path(part, fewest.LineString, findings)),
        findings,
      );
    case 'Polygon': {
      const polygon = rings(coordinates, findings);
      return polygon ? { type, coordinates: polygon } : count(findings);
    }
    case 'MultiPolygon':
      return several(
        type,
        list(coordinates).map((part) => rings(part, findings)),
        findings,
      );
    case 'GeometryCollection':
      return collection(list(geometries), findings, depth);
    default:
      return count(findings);
  }
}

function count(findings: GeometryFindings): null {
  findings.broken++;
  return null;
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function position(value: unknown): Position | null {
  if (!Array.isArray(value)) return null;
  const [x, y, z] = value as unknown[];
  if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y))
    return null;
  return typeof z === 'number' && Number.isFinite(z) ? [x, y, z] : [x, y];
}

function path(value: unknown, least: number, findings: GeometryFindings): Position[] | null {
  const positions: Position[] = [];
  for (const item of list(value)) {
    const found = position(item);
    if (!found) return null;
    positions.push(found);
  }
  if (positions.length < least) return null;
  findings.positions += positions.length;
  return positions;
}

function rings(value: unknown, findings: GeometryFindings): Position[][] | null {
  const found: Position[][] = [];
  for (const [index, item] of list(value).entries()) {
    const ring = path(item, 3, findings);
    const closed = ring && close(ring, findings);
    // Without its outer ring a polygon is nothing; without a hole it is still itself.
    if (!closed && index === 0) return null;
    if (!closed) findings.broken++;
    else found.push(closed);
  }
  const looked = (findings.looked ??= { pairs: 0 });
  if (found.some((ring) => ringCrossesItself(ring, looked))) findings.selfCrossing++;
  return found.length > 0 ? found : null;
}

function close(ring: Position[], findings: GeometryFindings): Position[] | null {
  const [first, last] = [ring[0], ring.at(-1)];
  if (!first || !last) return null;
  if (first[0] !== last[0] || first[1] !== last[1]) {
    ring.push([...first]);
    findings.closedRings++;
  }
  return ring.length >= fewest.ring ? ring : null;
}

function several<Type extends 'MultiPoint' | 'MultiLineString' | 'MultiPolygon'>(
  type: Type,
  parts: unknown[],
  findings: GeometryFindings,
): Geometry | null {
  const whole = parts.filter((part) => part !== null);
  findings.broken += parts.length - whole.length;
  if (whole.length === 0) return parts.length === 0 ? count(findings) : null;
  return { type, coordinates: whole } as Geometry;
}

/** Parts of one kind become a Multi-geometry; of several kinds they stay a collection of clean parts. */
function collection(parts: unknown[], findings: GeometryFindings, depth: number): Geometry | null {
  const clean = parts.flatMap((part) => cleanGeometry(part, findings, depth + 1) ?? []);
  return clean.length > 1 ? { type: 'GeometryCollection', geometries: clean } : (clean[0] ?? null);
}
