import type { ProfileSpan, ProfileStation } from '../../network/long-profile.js';
import { penColours, profileLayers, type Pen } from './pen.js';
import {
  bandRows,
  rowHeights,
  drawingMargin,
  type BandRow,
  type ProfileLabels,
  type ProfilePart,
  type ProfileFrame,
} from './profile-frame.js';

/** The figures below the section, a row for each kind; what the data lacks stands as a word in another colour. */
export function drawBand(pen: Pen, frame: ProfileFrame, part: ProfilePart, labels: ProfileLabels): void {
  let top = frame.baseline;
  const rule = () => pen.segment(profileLayers.frame, [drawingMargin, top], [frame.right, top], 0.2);
  for (const row of bandRows) {
    rule();
    const bottom = top - rowHeights[row];
    const middle = (top + bottom) / 2 - 1;
    pen.text([drawingMargin + 1, middle], labels.rows[row], { size: 2.6 });
    if (row === 'pipe') for (const span of part.spans) pipeCell(pen, frame, span, top, labels);
    else if (row === 'distance')
      for (const span of part.spans)
        pen.text([centre(frame, span), middle], span.lengthMeters.toFixed(2), {
          anchor: 'middle',
          size: 2.4,
        });
    else
      for (const [index] of part.stations.entries())
        stationCell(pen, frame, part, row, index, bottom + 1, labels);
    top = bottom;
  }
  rule();
  for (const x of [
    drawingMargin,
    frame.left,
    ...part.stations.map(({ chainageMeters }) => frame.x(chainageMeters)),
  ])
    pen.segment(profileLayers.frame, [x, frame.baseline], [x, top], 0.12);
}

function centre(frame: ProfileFrame, { fromMeters, toMeters }: ProfileSpan): number {
  return frame.x((fromMeters + toMeters) / 2);
}

function pipeCell(
  pen: Pen,
  frame: ProfileFrame,
  span: ProfileSpan,
  top: number,
  { unknown, siphon }: ProfileLabels,
): void {
  const diameter = span.diameterMillimeters === null ? `φ ${unknown}` : `φ${span.diameterMillimeters}`;
  const fall = span.gradientPerMille === null ? `i ${unknown}` : `i=${span.gradientPerMille.toFixed(1)}‰`;
  for (const [index, text] of [span.name ?? '', diameter, span.siphon ? siphon : fall].entries()) {
    const colour = text.endsWith(unknown) ? penColours.warning : penColours.line;
    pen.text([centre(frame, span), top - 3.5 - index * 4], text, { anchor: 'middle', size: 2.4, colour });
  }
}

/** Figures stand upright beside the manhole's line: of the arriving pipe left of it, of the leaving one right. */
function stationCell(
  pen: Pen,
  frame: ProfileFrame,
  { stations, spans }: ProfilePart,
  row: Exclude<BandRow, 'pipe' | 'distance'>,
  index: number,
  y: number,
  { unknown }: ProfileLabels,
): void {
  const station = stations[index];
  if (!station) return;
  const x = frame.x(station.chainageMeters);
  const [before, after] = [spans[index - 1], spans[index]];
  const write = (text: string | null, left: boolean) =>
    pen.text([left ? x - 0.6 : x + 2.6, y], text ?? unknown, {
      turned: true,
      size: 2.4,
      colour: text === null ? penColours.warning : penColours.line,
    });
  const figure = (value: number | null | undefined) =>
    value === null || value === undefined ? null : value.toFixed(2);
  const single = singleOf(row, station);
  if (single !== undefined) write(typeof single === 'string' ? single : figure(single), index > 0);
  else {
    const [arriving, leaving] = pairOf(row, station, before, after);
    if (before) write(figure(arriving), true);
    if (after) write(figure(leaving), false);
  }
}

/** One figure (or name) a manhole; undefined for the rows that have two. */
function singleOf(row: BandRow, station: ProfileStation): number | string | null | undefined {
  if (row === 'ground') return station.groundMeters;
  if (row === 'chainage') return station.chainageMeters;
  return row === 'manhole' ? (station.name ?? '—') : undefined;
}

function pairOf(
  row: BandRow,
  station: ProfileStation,
  before: ProfileSpan | undefined,
  after: ProfileSpan | undefined,
): readonly [number | null | undefined, number | null | undefined] {
  if (row === 'invert') return [station.arrivingInvertMeters, station.leavingInvertMeters];
  if (row === 'crown') return [before?.downstreamCrownMeters, after?.upstreamCrownMeters];
  return [before?.downstreamCoverMeters, after?.upstreamCoverMeters];
}
