import type { DrawingItem, PaperPoint } from '../drawing/drawing.js';

export const profileLayers = {
  frame: 'FRAME',
  ground: 'GROUND',
  pipe: 'PIPE',
  manhole: 'MANHOLE',
  text: 'TEXT',
  grid: 'GRID',
} as const;
type Layer = (typeof profileLayers)[keyof typeof profileLayers];

export const penColours = {
  line: '#1a1a1a',
  earth: '#8a5a2b',
  water: '#0b4f8a',
  warning: '#b3261e',
  grid: '#9a9a9a',
} as const;

interface Stroke {
  colour?: string;
  dash?: readonly [number, number];
}
interface Writing {
  size?: number;
  anchor?: 'start' | 'middle' | 'end';
  /** Upright: read from the right. */
  turned?: boolean;
  colour?: string;
}

/** Collects what is drawn on one page. */
export class Pen {
  readonly items: DrawingItem[] = [];

  path(layer: Layer, points: readonly PaperPoint[], widthMillimeters: number, stroke: Stroke = {}): void {
    const { colour = penColours.line, dash } = stroke;
    this.items.push({ kind: 'line', layer, points, widthMillimeters, colour, ...(dash ? { dash } : {}) });
  }

  segment(
    layer: Layer,
    from: PaperPoint,
    to: PaperPoint,
    widthMillimeters: number,
    stroke: Stroke = {},
  ): void {
    this.path(layer, [from, to], widthMillimeters, stroke);
  }

  box(west: number, south: number, east: number, north: number, widthMillimeters: number): void {
    const points: PaperPoint[] = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
    ];
    this.items.push({
      kind: 'line',
      layer: profileLayers.frame,
      points,
      closed: true,
      widthMillimeters,
      colour: penColours.line,
    });
  }

  text(
    at: PaperPoint,
    text: string,
    { size = 2.5, anchor = 'start', turned = false, colour = penColours.line }: Writing = {},
  ): void {
    const turn = turned ? { rotationDegrees: 90 } : {};
    this.items.push({
      kind: 'text',
      layer: profileLayers.text,
      at,
      text,
      heightMillimeters: size,
      anchor,
      colour,
      ...turn,
    });
  }
}
