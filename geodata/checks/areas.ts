import type { Position } from '../../src/geometry/position.js';
import { catalogue } from '../../src/catalog/layers.js';
import type { ReportRole } from '../../src/catalog/properties.js';
import type { CheckLine } from '../tables/sum-check.js';
import type { Feature } from '../recipes/feature.js';
import { insideRings, pointKey, ringHectares, toGrid, type GridPoint } from '../mesh/grid.js';
import type { BuiltLayers } from './built-layers.js';
import { gridPolygons, type Ring } from './crossings.js';

/** Features of every layer of a role; their properties were checked by the file lines. */
export function featuresOf<Role extends ReportRole>(built: BuiltLayers, role: Role): Feature<Role>[] {
  const layers = catalogue.filter((entry) => entry.role === role);
  return layers.flatMap(({ id }) => built.layers.get(id) ?? []) as unknown as Feature<Role>[];
}

export function containsPosition(feature: Feature, position: Position): boolean {
  const [x, y] = toGrid(position);
  // Half a step up: then no vertex lies on the scan line.
  return gridPolygons(feature.geometry).some((rings) => insideRings([x, y + 0.5], rings));
}

export function hectares(feature: Feature): number {
  return gridPolygons(feature.geometry)
    .flatMap((rings) => rings.map((ring, at) => (at === 0 ? 1 : -1) * ringHectares(ring)))
    .reduce((a, b) => a + b, 0);
}

function percent(drawn: number, stated: number): string {
  const share = (drawn / stated - 1) * 100;
  return `${share >= 0 ? '+' : '−'}${Math.abs(share).toFixed(1)} %`;
}

export function areaLine(what: string, drawn: number, stated: number, withinPercent: number): CheckLine {
  return {
    ok: Math.abs(drawn / stated - 1) * 100 <= withinPercent,
    text: `${what}: drawn ${Math.round(drawn).toLocaleString('en-US')} ha, stated ${stated.toLocaleString('en-US')} ha (${percent(drawn, stated)}; promised ±${withinPercent} %)`,
  };
}

export function edgesOf(rings: readonly Ring[]): { key: string; twin: string; middle: GridPoint }[] {
  return rings.flatMap((ring) =>
    ring.map((a, at) => {
      const b = ring[(at + 1) % ring.length]!;
      return {
        key: `${pointKey(a)}/${pointKey(b)}`,
        twin: `${pointKey(b)}/${pointKey(a)}`,
        middle: [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2] as const,
      };
    }),
  );
}

/** Whether every edge of the areas lies on an outline of the land or inside it. */
export function strayFeatures(features: readonly Feature[], land: readonly Feature[]): string[] {
  const rings = land.flatMap((ward) => gridPolygons(ward.geometry)).flat();
  const outline = new Set(edgesOf(rings).flatMap(({ key, twin }) => [key, twin]));
  return features.flatMap((each) => {
    const edges = edgesOf(gridPolygons(each.geometry).flat());
    const out = edges.some(
      ({ key, middle }) => !outline.has(key) && !insideRings([middle[0], middle[1] + 0.25], rings),
    );
    return out ? [each.properties.name] : [];
  });
}
