import { papers, type Drawing, type DrawingItem, type Paper, type PaperPoint } from '../drawing/drawing.js';
import type { LongProfile, ProfileSpan, ProfileStation } from './long-profile.js';

/** Words on the sheet, in the reader's language. */
export interface ProfileLabels {
  title: string;
  scale: string;
  datum: string;
  unknown: string;
  siphon: string;
  rows: Record<BandRow, string>;
  legend: { ground: string; pipe: string };
  /** Where the figures come from, what they are not. */
  notes: readonly string[];
}

const bandRows = ['pipe', 'ground', 'cover', 'crown', 'invert', 'distance', 'chainage', 'manhole'] as const;
export type BandRow = (typeof bandRows)[number];

export interface ProfileScale {
  /** 500 for 1:500 along the sewer. */
  horizontal: number;
  /** 100 for 1:100 in height. */
  vertical: number;
}

export const profileLayers = {
  frame: 'FRAME',
  ground: 'GROUND',
  pipe: 'PIPE',
  manhole: 'MANHOLE',
  text: 'TEXT',
  grid: 'GRID',
} as const;

const margin = 12;
const heads = 34;
const titleHeight = 16;
const rowHeight: Record<BandRow, number> = {
  pipe: 14,
  ground: 14,
  cover: 14,
  crown: 14,
  invert: 14,
  distance: 8,
  chainage: 14,
  manhole: 14,
};
const bandHeight = bandRows.reduce((sum, row) => sum + rowHeight[row], 0);
const noteHeight = 4;
const ink = '#1a1a1a';
const earth = '#8a5a2b';
const water = '#0b4f8a';
const warning = '#b3261e';

/**
 * The profile on sheets at true scale: ground line, pipes with invert and crown, manholes, and the band of
 * figures below. A missing level leaves a gap in the drawing and a word in the band.
 * `paper` cuts it into sheets between manholes; without it one sheet grows as long as it must.
 */
export function profileDrawings(
  profile: LongProfile,
  scale: ProfileScale,
  labels: ProfileLabels,
  paper: Paper | null,
): Drawing[] {
  const usable = paper ? papers[paper][0] - 2 * margin - heads : Infinity;
  const parts = split(profile, (usable * scale.horizontal) / 1000);
  return parts.map((part, index) => {
    const number = parts.length > 1 ? ` (${index + 1}/${parts.length})` : '';
    return new Sheet(part, scale, labels, paper, labels.title + number).draw();
  });
}

interface Part {
  stations: ProfileStation[];
  spans: ProfileSpan[];
}

/** Cuts between manholes so that each part fits; a single span longer than the sheet stays whole. */
function split(profile: LongProfile, longestMeters: number): Part[] {
  const parts: Part[] = [];
  let first = 0;
  for (let index = 0; index < profile.spans.length; index++) {
    const from = profile.stations[first]?.chainageMeters ?? 0;
    const next = profile.spans[index + 1];
    if (next && next.toMeters - from <= longestMeters) continue;
    parts.push({
      stations: profile.stations.slice(first, index + 2),
      spans: profile.spans.slice(first, index + 1),
    });
    first = index + 1;
  }
  return parts;
}

class Sheet {
  readonly #items: DrawingItem[] = [];
  readonly #datum: number;
  readonly #top: number;
  readonly #left = margin + heads;
  readonly #baseline: number;
  readonly #width: number;
  readonly #height: number;
  readonly #start: number;
  readonly #end: number;

  constructor(
    readonly part: Part,
    readonly scale: ProfileScale,
    readonly labels: ProfileLabels,
    paper: Paper | null,
    readonly title: string,
  ) {
    this.#start = part.stations[0]?.chainageMeters ?? 0;
    this.#end = part.stations.at(-1)?.chainageMeters ?? 0;
    const levels = levelsOf(part);
    // The datum is a whole metre at least a metre below the lowest level, as on a surveyor's sheet.
    this.#datum = Math.floor(levels.length > 0 ? least(levels) : 0) - 1;
    this.#top = Math.ceil(levels.length > 0 ? -least(levels.map((level) => -level)) : 1) + 1;
    const notes = margin + labels.notes.length * noteHeight + 4;
    this.#baseline = notes + bandHeight;
    const drawn = ((this.#end - this.#start) * 1000) / scale.horizontal;
    const tall = ((this.#top - this.#datum) * 1000) / scale.vertical;
    this.#width = Math.max(this.#left + drawn + margin, paper ? papers[paper][0] : 0, 180);
    this.#height = Math.max(this.#baseline + tall + titleHeight + margin, paper ? papers[paper][1] : 0);
  }

  draw(): Drawing {
    this.#frame();
    this.#heights();
    this.#ground();
    for (const span of this.part.spans) this.#pipe(span);
    for (const station of this.part.stations) this.#manhole(station);
    this.#band();
    return {
      title: this.title,
      widthMillimeters: this.#width,
      heightMillimeters: this.#height,
      items: this.#items,
    };
  }

  #x(meters: number): number {
    return this.#left + ((meters - this.#start) * 1000) / this.scale.horizontal;
  }
  #y(level: number): number {
    return this.#baseline + ((level - this.#datum) * 1000) / this.scale.vertical;
  }

  #line(
    layer: string,
    points: PaperPoint[],
    widthMillimeters: number,
    colour = ink,
    dash?: [number, number],
  ): void {
    this.#items.push({ kind: 'line', layer, points, widthMillimeters, colour, ...(dash ? { dash } : {}) });
  }
  #text(
    at: PaperPoint,
    text: string,
    options: { size?: number; anchor?: 'start' | 'middle' | 'end'; turned?: boolean; colour?: string } = {},
  ): void {
    this.#items.push({
      kind: 'text',
      layer: profileLayers.text,
      at,
      text,
      heightMillimeters: options.size ?? 2.5,
      anchor: options.anchor ?? 'start',
      colour: options.colour ?? ink,
      ...(options.turned ? { rotationDegrees: 90 } : {}),
    });
  }

  #frame(): void {
    const [west, south, east, north] = [
      margin / 2,
      margin / 2,
      this.#width - margin / 2,
      this.#height - margin / 2,
    ];
    this.#items.push({
      kind: 'line',
      layer: profileLayers.frame,
      points: [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
      ],
      closed: true,
      widthMillimeters: 0.35,
      colour: ink,
    });
    this.#text([margin, this.#height - margin - 3], this.title, { size: 5 });
    const { horizontal, vertical } = this.scale;
    this.#text(
      [margin, this.#height - margin - 9],
      `${this.labels.scale} H 1:${horizontal}  V 1:${vertical}`,
      { size: 3 },
    );
    for (const [index, note] of this.labels.notes.entries())
      this.#text([margin, margin + (this.labels.notes.length - 1 - index) * noteHeight], note, { size: 2.2 });
  }

  /** Scale of heights at the left, a thin line every metre. */
  #heights(): void {
    const left = this.#left - 3;
    this.#line(
      profileLayers.frame,
      [
        [left, this.#y(this.#datum)],
        [left, this.#y(this.#top)],
      ],
      0.35,
    );
    const step = this.scale.vertical >= 200 ? 2 : 1;
    for (let level = this.#datum; level <= this.#top; level += step) {
      const y = this.#y(level);
      this.#line(
        profileLayers.grid,
        [
          [left - 1.5, y],
          [this.#x(this.#end), y],
        ],
        0.05,
        '#9a9a9a',
      );
      this.#text([left - 2.5, y - 0.8], String(level), { size: 2.2, anchor: 'end' });
    }
    this.#text([margin, this.#y(this.#datum) + 1], `${this.labels.datum} ${this.#datum.toFixed(2)} m`, {
      size: 2.5,
    });
  }

  /** From manhole to manhole where both levels are known: between them nobody has surveyed. */
  #ground(): void {
    let run: PaperPoint[] = [];
    const flush = () => {
      if (run.length > 1) this.#line(profileLayers.ground, run, 0.35, earth);
      run = [];
    };
    for (const { chainageMeters, groundMeters } of this.part.stations) {
      if (groundMeters === null) flush();
      else run.push([this.#x(chainageMeters), this.#y(groundMeters)]);
    }
    flush();
  }

  #pipe(span: ProfileSpan): void {
    const [from, to] = [this.#x(span.fromMeters), this.#x(span.toMeters)];
    const middle = (from + to) / 2;
    const { upstreamInvertMeters: up, downstreamInvertMeters: down } = span;
    if (up === null || down === null) {
      // Only a mark at the end whose level is known, and the word that says the other is not.
      for (const [x, level] of [
        [from, up],
        [to, down],
      ] as const)
        if (level !== null)
          this.#line(
            profileLayers.pipe,
            [
              [x - 1, this.#y(level)],
              [x + 1, this.#y(level)],
            ],
            0.5,
            water,
          );
      this.#text([middle, this.#y(up ?? down ?? this.#datum) + 1], this.labels.unknown, {
        anchor: 'middle',
        colour: warning,
      });
      return;
    }
    // Between its ends a siphon runs somewhere below: a dashed line joins what is known.
    const dash: [number, number] | undefined = span.siphon ? [2, 1] : undefined;
    this.#line(
      profileLayers.pipe,
      [
        [from, this.#y(up)],
        [to, this.#y(down)],
      ],
      0.5,
      water,
      dash,
    );
    if (span.upstreamCrownMeters !== null && span.downstreamCrownMeters !== null)
      this.#line(
        profileLayers.pipe,
        [
          [from, this.#y(span.upstreamCrownMeters)],
          [to, this.#y(span.downstreamCrownMeters)],
        ],
        0.25,
        water,
        dash,
      );
    if (span.siphon)
      this.#text([middle, this.#y((up + down) / 2) - 4], this.labels.siphon, {
        anchor: 'middle',
        colour: water,
      });
  }

  /** A manhole from its ground to its lowest level; half of it when one is unknown, none when both are. */
  #manhole(station: ProfileStation): void {
    const bottom = lowest(station.arrivingInvertMeters, station.leavingInvertMeters);
    const x = this.#x(station.chainageMeters);
    if (station.groundMeters !== null && bottom !== null)
      this.#line(
        profileLayers.manhole,
        [
          [x, this.#y(bottom)],
          [x, this.#y(station.groundMeters)],
        ],
        0.25,
      );
    const low = bottom ?? station.groundMeters ?? this.#datum;
    this.#line(
      profileLayers.grid,
      [
        [x, this.#baseline],
        [x, this.#y(low)],
      ],
      0.1,
      '#6a6a6a',
      [1.5, 1],
    );
    if (station.groundMeters !== null)
      this.#text([x + 0.8, this.#y(station.groundMeters) + 1], station.name ?? '', { size: 2.5 });
  }

  #band(): void {
    let top = this.#baseline;
    const [left, right] = [margin, this.#x(this.#end)];
    for (const row of bandRows) {
      const bottom = top - rowHeight[row];
      this.#line(
        profileLayers.frame,
        [
          [left, top],
          [right, top],
        ],
        0.2,
      );
      this.#text([left + 1, (top + bottom) / 2 - 1], this.labels.rows[row], { size: 2.6 });
      if (row === 'pipe') for (const span of this.part.spans) this.#pipeCell(span, top);
      else if (row === 'distance')
        for (const span of this.part.spans) this.#distanceCell(span, (top + bottom) / 2 - 1);
      else
        for (const [index, station] of this.part.stations.entries())
          this.#stationCell(row, station, index, bottom + 1);
      top = bottom;
    }
    this.#line(
      profileLayers.frame,
      [
        [left, top],
        [right, top],
      ],
      0.2,
    );
    for (const x of [
      left,
      this.#left,
      ...this.part.stations.map(({ chainageMeters }) => this.#x(chainageMeters)),
    ])
      this.#line(
        profileLayers.frame,
        [
          [x, this.#baseline],
          [x, top],
        ],
        0.12,
      );
  }

  #pipeCell(span: ProfileSpan, top: number): void {
    const middle = this.#x((span.fromMeters + span.toMeters) / 2);
    const diameter =
      span.diameterMillimeters === null ? `φ ${this.labels.unknown}` : `φ${span.diameterMillimeters}`;
    const gradient = span.siphon
      ? this.labels.siphon
      : span.gradientPerMille === null
        ? `i ${this.labels.unknown}`
        : `i=${span.gradientPerMille.toFixed(1)}‰`;
    for (const [index, text] of [span.name ?? '', diameter, gradient].entries())
      this.#text([middle, top - 3.5 - index * 4], text, {
        anchor: 'middle',
        size: 2.4,
        colour: text.includes(this.labels.unknown) ? warning : ink,
      });
  }

  #distanceCell(span: ProfileSpan, y: number): void {
    this.#text([this.#x((span.fromMeters + span.toMeters) / 2), y], span.lengthMeters.toFixed(2), {
      anchor: 'middle',
      size: 2.4,
    });
  }

  /** Figures stand upright beside the manhole's line; arriving left of it, leaving right of it. */
  #stationCell(row: BandRow, station: ProfileStation, index: number, y: number): void {
    const x = this.#x(station.chainageMeters);
    const [before, after] = [this.part.spans[index - 1], this.part.spans[index]];
    const left = index > 0;
    const write = (value: number | null | undefined, side: 'left' | 'right') => {
      const text = value === null || value === undefined ? this.labels.unknown : value.toFixed(2);
      const colour = value === null || value === undefined ? warning : ink;
      this.#text([side === 'left' ? x - 0.6 : x + 2.6, y], text, { turned: true, size: 2.4, colour });
    };
    const both = (arriving: number | null | undefined, leaving: number | null | undefined) => {
      if (before) write(arriving, 'left');
      if (after) write(leaving, 'right');
    };
    if (row === 'ground') write(station.groundMeters, left ? 'left' : 'right');
    else if (row === 'chainage') write(station.chainageMeters, left ? 'left' : 'right');
    else if (row === 'invert') both(station.arrivingInvertMeters, station.leavingInvertMeters);
    else if (row === 'crown') both(before?.downstreamCrownMeters, after?.upstreamCrownMeters);
    else if (row === 'cover') both(before?.downstreamCoverMeters, after?.upstreamCoverMeters);
    else this.#text([left ? x - 0.6 : x + 2.6, y], station.name ?? '—', { turned: true, size: 2.4 });
  }
}

function levelsOf({ stations, spans }: Part): number[] {
  return [
    ...stations.flatMap(({ groundMeters, arrivingInvertMeters, leavingInvertMeters }) => [
      groundMeters,
      arrivingInvertMeters,
      leavingInvertMeters,
    ]),
    ...spans.flatMap(({ upstreamCrownMeters, downstreamCrownMeters }) => [
      upstreamCrownMeters,
      downstreamCrownMeters,
    ]),
  ].filter((level) => level !== null);
}

function least(values: readonly number[]): number {
  return values.reduce((low, value) => Math.min(low, value), Infinity);
}

function lowest(one: number | null, other: number | null): number | null {
  if (one === null) return other;
  return other === null ? one : Math.min(one, other);
}
