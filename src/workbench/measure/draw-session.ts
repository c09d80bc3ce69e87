import {
  TerraDraw,
  TerraDrawCircleMode,
  TerraDrawLineStringMode,
  TerraDrawPointMode,
  TerraDrawPolygonMode,
  TerraDrawRectangleMode,
  TerraDrawSelectMode,
  type GeoJSONStoreFeatures,
} from 'terra-draw';
import type { LineString, Point, Polygon } from 'geojson';
import type { Position } from '../../geometry/position.js';
import { cleanGeometry } from '../overlay/clean-geometry.js';
import { mapPositions } from '../../geometry/positions.js';
import type { MapHost } from '../../state/map-host.js';
import type { SketchFeature } from '../project/project-file.js';

export const drawTools = ['select', 'point', 'line', 'polygon', 'rectangle', 'circle'] as const;
export type DrawTool = (typeof drawTools)[number];

const modeOf: Readonly<Record<DrawTool, string>> = {
  select: 'select',
  point: 'point',
  line: 'linestring',
  polygon: 'polygon',
  rectangle: 'rectangle',
  circle: 'circle',
};
type Kind = SketchFeature['kind'];
const kindOf: Readonly<Record<string, Kind>> = {
  point: 'point',
  linestring: 'line',
  polygon: 'polygon',
  rectangle: 'rectangle',
  circle: 'circle',
};
const modeOfKind: Readonly<Record<Kind, string>> = {
  point: 'point',
  line: 'linestring',
  polygon: 'polygon',
  rectangle: 'rectangle',
  circle: 'circle',
};

export interface DrawSessionOptions {
  host: MapHost;
  sketch: readonly SketchFeature[];
  /** A place to snap to, or null. */
  snap(position: Position): Position | null;
  /** Names a shape that was just drawn. */
  nameFor(kind: Kind, taken: readonly SketchFeature[]): string;
  /** After every finished shape, edit or deletion. */
  onChange(sketch: SketchFeature[]): void;
}

/** terra-draw on the live map: it draws and edits, the sketch itself lives in the workbench. */
export class DrawSession {
  readonly #draw: TerraDraw;
  readonly #options: DrawSessionOptions;
  #names: Map<string, string>;
  /** What the listener was given last, as text: the same state again is no step of undo. */
  #lastNotified: string;
  /** The sketch is being put on the map by the workbench, not drawn. */
  #quiet = false;

  constructor(options: DrawSessionOptions) {
    this.#options = options;
    this.#names = namesOf(options.sketch);
    this.#lastNotified = JSON.stringify(options.sketch);
    const toCustom = ({ lng, lat }: { lng: number; lat: number }) => {
      const found = options.snap([lng, lat]);
      return found ? [...found] : undefined;
    };
    const snapping = { toCustom };
    const editable = {
      feature: { draggable: true, coordinates: { draggable: true, midpoints: true, deletable: true } },
    };
    this.#draw = new TerraDraw({
      adapter: options.host.drawAdapter(),
      modes: [
        new TerraDrawSelectMode({
          flags: {
            point: { feature: { draggable: true } },
            linestring: editable,
            polygon: editable,
            rectangle: editable,
            circle: { feature: { draggable: true } },
          },
        }),
        new TerraDrawPointMode(),
        new TerraDrawLineStringMode({ snapping }),
        new TerraDrawPolygonMode({ snapping }),
        new TerraDrawRectangleMode(),
        new TerraDrawCircleMode(),
      ],
    });
    this.#draw.start();
    this.#put(options.sketch);
    this.#draw.on('finish', () => this.#report());
    this.#draw.on('change', (_ids, type) => {
      // Guide points come and go while drawing; only in select mode does somebody delete a shape.
      if (type === 'delete' && !this.#quiet && this.#draw.getMode() === modeOf.select) this.#report();
    });
    options.host.setDrawing(true);
  }

  use(tool: DrawTool): void {
    this.#draw.setMode(modeOf[tool]);
  }

  /** Shows another state of the sketch (undo, redo, a list edit) without notifying the listener. */
  show(sketch: readonly SketchFeature[]): void {
    this.#names = namesOf(sketch);
    this.#lastNotified = JSON.stringify(sketch);
    const mode = this.#draw.getMode();
    this.#quiet = true;
    this.#draw.clear();
    this.#put(sketch);
    this.#draw.setMode(mode);
    this.#quiet = false;
  }

  stop(): void {
    this.#options.host.setDrawing(false);
    this.#draw.stop();
  }

  #put(sketch: readonly SketchFeature[]): void {
    const features = sketch.flatMap(({ id, kind, geometry }): GeoJSONStoreFeatures[] =>
      geometry?.type === 'Point' || geometry?.type === 'LineString' || geometry?.type === 'Polygon'
        ? [{ type: 'Feature', id, geometry: plainGeometry(geometry), properties: { mode: modeOfKind[kind] } }]
        : [],
    );
    if (features.length > 0) this.#draw.addFeatures(features);
  }

  #report(): void {
    const found: SketchFeature[] = [];
    for (const { id, geometry, properties } of this.#draw.getSnapshot()) {
      const { mode } = properties;
      const kind = typeof mode === 'string' ? kindOf[mode] : undefined;
      // Handles and midpoints are features of terra-draw too; only whole shapes are the sketch.
      const helper = ['midPoint', 'selectionPoint', 'snappingPoint', 'closingPoint', 'coordinatePoint'].some(
        (name) => properties[name],
      );
      if (!kind || helper || id === undefined || properties['currentlyDrawing']) continue;
      const clean = cleanGeometry(geometry, { broken: 0, closedRings: 0, selfCrossing: 0, positions: 0 });
      const name = this.#names.get(String(id)) ?? this.#options.nameFor(kind, found);
      this.#names.set(String(id), name);
      found.push({ id: String(id), name, kind, geometry: clean });
    }
    const state = JSON.stringify(found);
    if (state === this.#lastNotified) return;
    this.#lastNotified = state;
    this.#options.onChange(found);
  }
}

/** terra-draw refuses heights and more than nine decimals. */
function plainGeometry<Shape extends Point | LineString | Polygon>(geometry: Shape): Shape {
  const round = (value = NaN) => Math.round(value * 1e9) / 1e9;
  return mapPositions<Shape>(geometry, ([longitude, latitude]) => [round(longitude), round(latitude)]);
}

function namesOf(sketch: readonly SketchFeature[]): Map<string, string> {
  return new Map(sketch.map(({ id, name }) => [id, name]));
}
