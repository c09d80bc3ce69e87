import { papers, type Paper } from '../drawing/drawing.js';
import type { ProfileSpan, ProfileStation } from '../../network/long-profile.js';

/** The stretch of a profile on one page. */
export interface ProfilePart {
  stations: ProfileStation[];
  spans: ProfileSpan[];
}

export interface ProfileScale {
  /** 500 for 1:500 along the sewer. */
  horizontal: number;
  /** 100 for 1:100 in height. */
  vertical: number;
}

export const bandRows = [
  'pipe',
  'ground',
  'cover',
  'crown',
  'invert',
  'distance',
  'chainage',
  'manhole',
] as const;
export type BandRow = (typeof bandRows)[number];

/** Words of the drawing, in the reader's language. */
export interface ProfileLabels {
  title: string;
  scale: string;
  datum: string;
  unknown: string;
  siphon: string;
  rows: Record<BandRow, string>;
  /** Where the figures come from, what they are not. */
  notes: readonly string[];
}

/** Millimetres on paper. */
export const drawingMargin = 12;
export const bandHeadWidth = 34;
export const noteHeight = 4;
const titleHeight = 16;
const narrowest = 180;
export const rowHeights: Readonly<Record<BandRow, number>> = {
  pipe: 14,
  ground: 14,
  cover: 14,
  crown: 14,
  invert: 14,
  distance: 8,
  chainage: 14,
  manhole: 14,
};
const bandHeight = bandRows.reduce((sum, row) => sum + rowHeights[row], 0);

/** Where metres of chainage and level stand on one page. */
export class ProfileFrame {
  readonly left = drawingMargin + bandHeadWidth;
  /** Level of the lower edge of the section: a whole metre at least a metre below everything. */
  readonly datum: number;
  readonly top: number;
  /** Height on paper where the section ends and the band begins. */
  readonly baseline: number;
  readonly width: number;
  readonly height: number;
  readonly #start: number;
  readonly #end: number;
  readonly #scale: ProfileScale;

  constructor(part: ProfilePart, scale: ProfileScale, notes: number, paper: Paper | null) {
    this.#scale = scale;
    this.#start = part.stations[0]?.chainageMeters ?? 0;
    this.#end = part.stations.at(-1)?.chainageMeters ?? 0;
    const { low, high } = range(part);
    this.datum = Math.floor(low) - 1;
    this.top = Math.ceil(high) + 1;
    this.baseline = drawingMargin + notes * noteHeight + 4 + bandHeight;
    const [paperWidth, paperHeight] = paper ? papers[paper] : [0, 0];
    this.width = Math.max(this.right + drawingMargin, paperWidth, narrowest);
    this.height = Math.max(this.y(this.top) + titleHeight + drawingMargin, paperHeight);
  }

  get right(): number {
    return this.x(this.#end);
  }
  x(chainageMeters: number): number {
    return this.left + ((chainageMeters - this.#start) * 1000) / this.#scale.horizontal;
  }
  y(levelMeters: number): number {
    return this.baseline + ((levelMeters - this.datum) * 1000) / this.#scale.vertical;
  }
}

/** Lowest and highest known level; 0 and 1 when nothing is known. */
function range({ stations, spans }: ProfilePart): { low: number; high: number } {
  let [low, high] = [Infinity, -Infinity];
  const take = (...levels: (number | null)[]) => {
    for (const level of levels) {
      if (level === null) continue;
      low = Math.min(low, level);
      high = Math.max(high, level);
    }
  };
  for (const { groundMeters, arrivingInvertMeters, leavingInvertMeters } of stations)
    take(groundMeters, arrivingInvertMeters, leavingInvertMeters);
  for (const { upstreamCrownMeters, downstreamCrownMeters } of spans)
    take(upstreamCrownMeters, downstreamCrownMeters);
  return low <= high ? { low, high } : { low: 0, high: 1 };
}
