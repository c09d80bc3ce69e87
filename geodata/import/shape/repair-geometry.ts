import type { Geometry, Position } from 'geojson';
import type { GeometryKind } from '../../../src/catalog/layer-entry.js';
import { polygonsOf, runsOf } from '../../../src/geometry/explode.js';
import type { SkipReason, Tally } from '../tally.js';
import { cleanRun } from './clean-run.js';
import { repairPolygon } from './repair-polygon.js';

export type GeometryResult = { ok: true; geometry: Geometry } | { ok: false; reason: SkipReason };
const refused = (reason: SkipReason): GeometryResult => ({ ok: false, reason });

function repairLines(geometry: Geometry, tally: Tally, label: string): GeometryResult {
  if (geometry.type !== 'LineString' && geometry.type !== 'MultiLineString') return refused('wrong-geometry');
  const runs = runsOf(geometry).flatMap((run): Position[][] => {
    const clean = cleanRun(run, tally, label);
    return clean && clean.length >= 2 ? [clean] : [];
  });
  const [only] = runs;
  if (!only) return refused('sliver');
  return {
    ok: true,
    geometry:
      runs.length === 1
        ? { type: 'LineString', coordinates: only }
        : { type: 'MultiLineString', coordinates: runs },
  };
}

function repairPoint(geometry: Geometry, tally: Tally, label: string): GeometryResult {
  if (geometry.type !== 'Point' && geometry.type !== 'MultiPoint') return refused('wrong-geometry');
  const [point] = cleanRun(runsOf(geometry).flat(), tally, label) ?? [];
  return point ? { ok: true, geometry: { type: 'Point', coordinates: point } } : refused('no-position');
}

/** The geometry as a layer of this kind needs it, valid; or why the row has to stay out. */
export function repairGeometry(
  geometry: Geometry | null,
  kind: GeometryKind,
  tally: Tally,
  label: string,
): GeometryResult {
  if (!geometry) return refused('no-geometry');
  if (kind === 'line') return repairLines(geometry, tally, label);
  if (kind === 'point') return repairPoint(geometry, tally, label);
  const parts = polygonsOf(geometry);
  const areal =
    geometry.type === 'Polygon' || geometry.type === 'MultiPolygon' || geometry.type === 'GeometryCollection';
  if (!areal) return refused('wrong-geometry');
  const result = repairPolygon(parts, tally, label);
  return result.ok ? result : refused(result.problem);
}
