/** A point on paper: millimetres from the lower left corner, y up. */
export type PaperPoint = readonly [xMillimeters: number, yMillimeters: number];

interface Common {
  /** Layer in DXF, group in SVG. ASCII, so that every CAD keeps it. */
  layer: string;
  /** #rrggbb */
  colour: string;
}
export interface LineItem extends Common {
  kind: 'line';
  points: readonly PaperPoint[];
  widthMillimeters: number;
  closed?: boolean;
  /** Millimetres on and off. */
  dash?: readonly [number, number];
  /** Fill of a closed line. */
  fill?: string;
}
export interface TextItem extends Common {
  kind: 'text';
  at: PaperPoint;
  text: string;
  /** Cap height is about 0.72 of it. */
  heightMillimeters: number;
  anchor: 'start' | 'middle' | 'end';
  /** Degrees counter-clockwise. */
  rotationDegrees?: number;
}
/** A picture (a map); DXF leaves it out. */
export interface ImageItem extends Common {
  kind: 'image';
  /** Lower left corner. */
  at: PaperPoint;
  widthMillimeters: number;
  heightMillimeters: number;
  jpeg: Uint8Array;
  pixels: readonly [width: number, height: number];
  /** Address of the same picture for the screen. */
  href: string;
}
export type DrawingItem = LineItem | TextItem | ImageItem;

/** One drawing on one page, everything in millimetres on paper. */
export interface Drawing {
  title: string;
  widthMillimeters: number;
  heightMillimeters: number;
  items: readonly DrawingItem[];
}

/** Paper sizes, landscape, millimetres. */
export const papers = { A4: [297, 210], A3: [420, 297] } as const;
export type Paper = keyof typeof papers;
