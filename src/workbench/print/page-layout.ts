import { papers, type Paper } from '../drawing/drawing.js';

export type Orientation = 'landscape' | 'portrait';

export interface Frame {
  /** Lower left corner, millimetres. */
  xMillimeters: number;
  yMillimeters: number;
  widthMillimeters: number;
  heightMillimeters: number;
}

export interface PageLayout {
  widthMillimeters: number;
  heightMillimeters: number;
  map: Frame;
  /** Legend, north, scale and notes. */
  side: Frame;
}

const margin = 10;
const gap = 4;
const titleHeight = 12;
const sideWidth = 66;
const sideHeight = 74;

/** Where the map and the explanations stand: beside the map on landscape paper, below it on portrait. */
export function pageLayout(paper: Paper, orientation: Orientation): PageLayout {
  const [long, short] = papers[paper];
  const [width, height] = orientation === 'landscape' ? [long, short] : [short, long];
  const inner = { width: width - 2 * margin, height: height - 2 * margin - titleHeight };
  if (orientation === 'landscape') {
    const mapWidth = inner.width - sideWidth - gap;
    return {
      widthMillimeters: width,
      heightMillimeters: height,
      map: {
        xMillimeters: margin,
        yMillimeters: margin,
        widthMillimeters: mapWidth,
        heightMillimeters: inner.height,
      },
      side: {
        xMillimeters: margin + mapWidth + gap,
        yMillimeters: margin,
        widthMillimeters: sideWidth,
        heightMillimeters: inner.height,
      },
    };
  }
  return {
    widthMillimeters: width,
    heightMillimeters: height,
    map: {
      xMillimeters: margin,
      yMillimeters: margin + sideHeight + gap,
      widthMillimeters: inner.width,
      heightMillimeters: inner.height - sideHeight - gap,
    },
    side: {
      xMillimeters: margin,
      yMillimeters: margin,
      widthMillimeters: inner.width,
      heightMillimeters: sideHeight,
    },
  };
}
