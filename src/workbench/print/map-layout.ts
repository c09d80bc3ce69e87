import { toPlane, type PlaneEpsg } from '../../geometry/plane-rectangular.js';
import type { BoundingBox, Position } from '../../geometry/position.js';
import type { Pattern } from '../../style/palette.js';
import type { Drawing, DrawingItem, ImageItem, PaperPoint } from '../drawing/drawing.js';
import { wrap } from '../runoff/calculation-drawing.js';
import type { PageLayout } from './page-layout.js';
import { scaleBarMeters } from './true-scale.js';

export interface LegendEntry {
  label: string;
  colour: string;
  kind: 'fill' | 'line' | 'point';
  dashed: boolean;
  /** A second sign beside the colour of an area, in its full colour. */
  pattern?: { kind: Pattern; colour: string };
  /** A heading of the entries that follow; nothing is drawn beside it. */
  heading?: boolean;
}

/** Words of the map layout. */
export interface MapLayoutText {
  title: string;
  /** 1:2,500 */
  scale: string;
  north: string;
  legend: string;
  /** Coordinate system, sources, date, accuracy, limits: each printed whole. */
  notes: readonly string[];
}

export interface MapPicture {
  jpeg: Uint8Array;
  href: string;
  pixels: readonly [number, number];
  box: BoundingBox;
}

const ink = '#1a1a1a';
const paper = '#ffffff';

/**
 * A printed map at a true numeric scale: the picture in its frame, plane coordinates at the corners, north, scale
 * bar, legend, coordinate system, sources, date and limits. What does not fit the side is cut last from the
 * legend, never from the notes.
 */
export function mapLayout(
  layout: PageLayout,
  scale: number,
  picture: MapPicture,
  legend: readonly LegendEntry[],
  text: MapLayoutText,
  epsg: PlaneEpsg,
): Drawing {
  const drawing = new LayoutDrawing(layout);
  drawing.picture(picture);
  drawing.corners(picture.box, epsg);
  drawing.title(text.title);
  const side = layout.side;
  const beside = side.heightMillimeters > side.widthMillimeters;
  const top = side.yMillimeters + side.heightMillimeters;
  const column = beside ? side.widthMillimeters : side.widthMillimeters / 2 - 2;
  drawing.north([side.xMillimeters + 7, top - 14], text.north);
  drawing.scaleBar([side.xMillimeters + 18, top - 8], scale, text.scale, column - 18);
  const notesAt: PaperPoint = beside
    ? [side.xMillimeters, side.yMillimeters]
    : [side.xMillimeters + column + 4, side.yMillimeters];
  const notesTop = drawing.notes(notesAt, text.notes, column);
  drawing.legend(
    [side.xMillimeters, top - 24],
    text.legend,
    legend,
    column,
    beside ? notesTop + 4 : side.yMillimeters,
  );
  return {
    title: text.title,
    widthMillimeters: layout.widthMillimeters,
    heightMillimeters: layout.heightMillimeters,
    items: drawing.items,
  };
}

class LayoutDrawing {
  readonly items: DrawingItem[] = [];
  constructor(readonly layout: PageLayout) {}

  #text(at: PaperPoint, text: string, size: number, anchor: 'start' | 'middle' | 'end' = 'start'): void {
    this.items.push({ kind: 'text', layer: 'TEXT', at, text, heightMillimeters: size, anchor, colour: ink });
  }
  #box(x: number, y: number, width: number, height: number, weight: number, fill?: string): void {
    const points: PaperPoint[] = [
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
    ];
    this.items.push({
      kind: 'line',
      layer: 'FRAME',
      points,
      closed: true,
      widthMillimeters: weight,
      colour: ink,
      ...(fill ? { fill } : {}),
    });
  }

  picture({ jpeg, href, pixels }: MapPicture): void {
    const { xMillimeters: x, yMillimeters: y, widthMillimeters, heightMillimeters } = this.layout.map;
    const image: ImageItem = {
      kind: 'image',
      layer: 'MAP',
      colour: ink,
      at: [x, y],
      widthMillimeters,
      heightMillimeters,
      jpeg,
      href,
      pixels,
    };
    this.items.push(image);
    this.#box(x, y, widthMillimeters, heightMillimeters, 0.35);
  }

  title(text: string): void {
    const { xMillimeters: x, yMillimeters: y, heightMillimeters } = this.layout.map;
    this.#text([x, y + heightMillimeters + 4], text, 6);
  }

  /** Surveyors' coordinates of two opposite corners: X north, Y east, metres. */
  corners([west, south, east, north]: BoundingBox, epsg: PlaneEpsg): void {
    const {
      xMillimeters: x,
      yMillimeters: y,
      widthMillimeters: width,
      heightMillimeters: height,
    } = this.layout.map;
    const write = (at: PaperPoint, position: Position, anchor: 'start' | 'end') => {
      const plane = toPlane(position, epsg);
      const label = `X ${plane.northMeters.toFixed(1)}  Y ${plane.eastMeters.toFixed(1)}`;
      const left = anchor === 'start' ? at[0] - 0.8 : at[0] - 37.2;
      this.items.push({
        kind: 'line',
        layer: 'FRAME',
        points: [
          [left, at[1] - 0.9],
          [left + 38, at[1] - 0.9],
          [left + 38, at[1] + 2.6],
          [left, at[1] + 2.6],
        ],
        closed: true,
        widthMillimeters: 0,
        colour: paper,
        fill: paper,
      });
      this.#text(at, label, 2.3, anchor);
    };
    write([x + 1.5, y + 1.5], [west, south], 'start');
    write([x + width - 1.5, y + height - 3.5], [east, north], 'end');
  }

  north([x, y]: PaperPoint, label: string): void {
    const points: PaperPoint[] = [
      [x, y + 12],
      [x - 3.5, y],
      [x, y + 2.5],
      [x + 3.5, y],
    ];
    this.items.push({
      kind: 'line',
      layer: 'FRAME',
      points,
      closed: true,
      widthMillimeters: 0.2,
      colour: ink,
      fill: ink,
    });
    this.#text([x, y - 4], label, 3, 'middle');
  }

  scaleBar([x, y]: PaperPoint, scale: number, label: string, widest: number): void {
    let meters = scaleBarMeters(scale);
    while ((meters * 1000) / scale > widest) meters /= 2;
    const length = (meters * 1000) / scale;
    this.#text([x, y + 4], label, 4.2);
    for (let part = 0; part < 4; part++)
      this.#box(x + (length * part) / 4, y - 2, length / 4, 1.6, 0.15, part % 2 === 0 ? ink : paper);
    const unit = meters >= 2000 ? 'km' : 'm';
    const inUnit = (value: number) => String(Math.round((unit === 'km' ? value / 1000 : value) * 100) / 100);
    this.#text([x, y - 5.5], '0', 2.5, 'middle');
    this.#text([x + length / 2, y - 5.5], inUnit(meters / 2), 2.5, 'middle');
    this.#text([x + length, y - 5.5], `${inUnit(meters)} ${unit}`, 2.5, 'middle');
  }

  /** From the foot upwards, so that all of them stand; returns their upper edge. */
  notes([x, y]: PaperPoint, notes: readonly string[], width: number): number {
    const lines = notes.flatMap((note) => wrap(note, width, 2.2));
    const lineHeight = 3.2;
    for (const [index, line] of lines.entries())
      this.#text([x, y + (lines.length - 1 - index) * lineHeight + 0.8], line, 2.2);
    return y + lines.length * lineHeight;
  }

  legend(
    [x, y]: PaperPoint,
    title: string,
    entries: readonly LegendEntry[],
    width: number,
    floor: number,
  ): void {
    this.#text([x, y], title, 3.4);
    let at = y - 5.5;
    for (const entry of entries) {
      if (at < floor) {
        this.#text([x, at + 1.5], '…', 3);
        return;
      }
      if (!entry.heading) this.#swatch([x, at], entry);
      for (const [index, line] of wrap(entry.label, width - (entry.heading ? 0 : 11), 2.6).entries()) {
        if (index > 0) at -= 3.4;
        this.#text([entry.heading ? x : x + 11, at], line, 2.6);
      }
      at -= 4.6;
    }
  }

  #swatch([x, y]: PaperPoint, { kind, colour, dashed, pattern }: LegendEntry): void {
    const dash = dashed ? { dash: [1.6, 1] as const } : {};
    if (kind === 'line')
      this.items.push({
        kind: 'line',
        layer: 'LEGEND',
        points: [
          [x, y + 0.9],
          [x + 8, y + 0.9],
        ],
        widthMillimeters: 0.7,
        colour,
        ...dash,
      });
    else {
      const [left, width] = kind === 'fill' ? [x, 8] : [x + 2.7, 2.6];
      const points: PaperPoint[] = [
        [left, y - 0.4],
        [left + width, y - 0.4],
        [left + width, y + 2.2],
        [left, y + 2.2],
      ];
      this.items.push({
        kind: 'line',
        layer: 'LEGEND',
        points,
        closed: true,
        widthMillimeters: 0.2,
        colour: ink,
        fill: colour,
        ...dash,
      });
      if (kind === 'fill' && pattern)
        for (const points of patternStrokes([x, y - 0.4], 8, 2.6, pattern.kind))
          this.items.push({
            kind: 'line',
            layer: 'LEGEND',
            points,
            widthMillimeters: pattern.kind === 'dots' ? 0.35 : 0.2,
            colour: pattern.colour,
          });
    }
  }
}

/** Strokes of a fill pattern inside a box on paper: the signs of src/style/pattern.ts at the size of a legend. */
function patternStrokes(
  [left, bottom]: PaperPoint,
  width: number,
  height: number,
  kind: Pattern,
): [PaperPoint, PaperPoint][] {
  if (kind === 'none') return [];
  const step = 1.3;
  const strokes: [PaperPoint, PaperPoint][] = [];
  for (let along = step / 2; along < width; along += step)
    if (kind === 'dots')
      for (const up of [height / 4, (height * 3) / 4]) {
        const at: PaperPoint = [left + along, bottom + up];
        strokes.push([at, [at[0] + 0.35, at[1]]]);
      }
    else if (along + height <= width) {
      const [from, to] = [left + along, left + along + height];
      strokes.push([
        [from, bottom],
        [to, bottom + height],
      ]);
      if (kind === 'cross')
        strokes.push([
          [from, bottom + height],
          [to, bottom],
        ]);
    }
  return strokes;
}
