import { fromPlane } from '../../src/geometry/plane-rectangular.js';
import type { CellValue, OverlayFeature } from '../../src/workbench/overlay/overlay.js';

/**
 * An invented network in plane metres (east, north) around a Fukuoka-like place; nothing here is data.
 *
 *   A ──P1── B ──P2── C ──P3── D ──P4── E ──P5── F (outlet)
 *            │                 │
 *            P6 (from G)       P7 (from H, drop manhole at D: arrives 1.2 m above)
 *   loop: C ─P8─ K ─P9─ C' back to B   (flows C→K→B)
 *   dead end: M stands alone on P10 from B that ends nowhere (N has no manhole)
 *   siphon: P5 is 伏越し: its invert dips, the outlet lies lower than its inlet
 *   P2 was drawn from C to B (reversed digitising), P6 has no levels, P3 lacks its downstream level
 */
const east0 = -56_000;
const north0 = 65_000;
const at = (x: number, y: number): [number, number] => {
  const [longitude, latitude] = fromPlane({ eastMeters: east0 + x, northMeters: north0 + y });
  return [longitude, latitude];
};
export const spots: Record<string, [number, number]> = {
  A: [0, 0],
  B: [40, 0],
  C: [90, 0],
  D: [120, 0],
  E: [160, 0],
  F: [220, 0],
  G: [40, 50],
  H: [120, 60],
  K: [65, -30],
  N: [40, -80],
};

type Row = [
  name: string,
  from: string,
  to: string,
  up: number | null,
  down: number | null,
  diameter: number | null,
  kind: string,
];
const rows: Row[] = [
  ['P1', 'A', 'B', 10, 9.8, 300, 'ヒューム管'],
  ['P2', 'B', 'C', 9.78, 9.53, 350, 'ヒューム管'],
  ['P3', 'C', 'D', 9.5, null, 400, 'ヒューム管'],
  ['P4', 'D', 'E', 9.3, 9.1, 400, 'ヒューム管'],
  ['P5', 'E', 'F', 9.05, 8.2, 400, '伏越し'],
  ['P6', 'G', 'B', null, null, 250, '塩ビ管'],
  ['P7', 'H', 'D', 10.9, 10.5, 250, '塩ビ管'],
  ['P8', 'C', 'K', 9.52, 9.6, 200, '塩ビ管'],
  ['P9', 'K', 'B', 9.6, 9.79, 200, '塩ビ管'],
  ['P10', 'B', 'N', 9.75, 9.4, 200, '塩ビ管'],
];
const drawnBackwards = new Set(['P2']);

/** Ground stays 2.5 m above the inverts, sloping; E's ground is unknown. */
const ground: Record<string, number | null> = {
  A: 12.4,
  B: 12.3,
  C: 12.1,
  D: 12.0,
  E: null,
  F: 11.4,
  G: 12.5,
  H: 13.1,
  K: 12.2,
};

export function pipeFeatures(options: { named: boolean; backwards?: ReadonlySet<string> }): OverlayFeature[] {
  const backwards = options.backwards ?? drawnBackwards;
  return rows.map(([name, from, to, up, down, diameter, kind], id) => {
    const path = [at(...spots[from]!), at(...spots[to]!)];
    const properties: Record<string, CellValue> = {
      管渠番号: name,
      上流管底高: up,
      下流管底高: down,
      管径: diameter,
      管種: kind,
    };
    if (options.named) Object.assign(properties, { 上流人孔番号: from, 下流人孔番号: to });
    return {
      type: 'Feature',
      id,
      properties,
      geometry: { type: 'LineString', coordinates: backwards.has(name) ? path.reverse() : path },
    };
  });
}

export const manholeFeatures: OverlayFeature[] = Object.entries(ground).map(([name, level], id) => ({
  type: 'Feature',
  id,
  properties: { 人孔番号: name, 地盤高: level },
  geometry: { type: 'Point', coordinates: at(...spots[name]!) },
}));
