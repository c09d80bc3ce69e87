import type { Feature, Geometry } from 'geojson';
import * as v from 'valibot';
import { rainfallPlanProperties } from '../../catalog/properties.js';
import { cleanGeometry } from '../overlay/clean-geometry.js';
import type { PlanPart } from '../../network/plan-in-year.js';
import { readTrunkSewers, type TrunkSewer } from './trunk-layer.js';
import type { Facility } from './trunk-overlays.js';

export interface TrunkData {
  sewers: readonly TrunkSewer[];
  plans: readonly { part: PlanPart; name: string; geometry: Geometry | null }[];
  pumps: readonly Facility[];
  ponds: readonly Facility[];
}

const serving = v.object({ name: v.string(), started: v.nullable(v.string()) });

/** The layers the year slider stands on; null when the sewers themselves are missing. Others missing are just empty. */
export async function loadTrunkData(
  load: (id: string) => Promise<readonly Feature[] | null>,
): Promise<TrunkData | null> {
  const [sewers, plans, pumps, ponds] = await Promise.all(
    ['trunk-sewers', 'rainbow-plan', 'pump-stations', 'ponds'].map(load),
  );
  const read = sewers && readTrunkSewers({ features: sewers });
  if (!read) return null;
  return {
    sewers: read,
    plans: (plans ?? []).flatMap(({ properties, geometry }) => {
      const parsed = v.safeParse(v.object(rainfallPlanProperties.entries), properties);
      return parsed.success
        ? [{ part: parsed.output, name: parsed.output.name, geometry: clean(geometry) }]
        : [];
    }),
    pumps: facilities(pumps),
    ponds: facilities(ponds),
  };
}

function facilities(features: readonly Feature[] | null | undefined): Facility[] {
  return (features ?? []).flatMap(({ properties, geometry }) => {
    const parsed = v.safeParse(serving, properties);
    return parsed.success ? [{ ...parsed.output, geometry: clean(geometry) }] : [];
  });
}

function clean(geometry: unknown): Geometry | null {
  return cleanGeometry(geometry, { broken: 0, closedRings: 0, selfCrossing: 0, positions: 0 });
}
