import type { PaperPoint } from '../drawing/drawing.js';
import type { ProfileSpan, ProfileStation } from '../../network/long-profile.js';
import { penColours, profileLayers, type Pen } from './pen.js';
import type { ProfileLabels, ProfilePart, ProfileFrame } from './profile-frame.js';

/** The section above the band: ground, pipes and manholes. A missing level leaves a gap and the word for it. */
export function drawSection(pen: Pen, frame: ProfileFrame, part: ProfilePart, labels: ProfileLabels): void {
  ground(pen, frame, part.stations);
  for (const span of part.spans) pipe(pen, frame, span, labels);
  for (const station of part.stations) manhole(pen, frame, station);
}

/** From manhole to manhole where both levels are known: between them nobody has surveyed. */
function ground(pen: Pen, frame: ProfileFrame, stations: readonly ProfileStation[]): void {
  let run: PaperPoint[] = [];
  const flush = () => {
    if (run.length > 1) pen.path(profileLayers.ground, run, 0.35, { colour: penColours.earth });
    run = [];
  };
  for (const { chainageMeters, groundMeters } of stations) {
    if (groundMeters === null) flush();
    else run.push([frame.x(chainageMeters), frame.y(groundMeters)]);
  }
  flush();
}

function pipe(pen: Pen, frame: ProfileFrame, span: ProfileSpan, labels: ProfileLabels): void {
  const [from, to] = [frame.x(span.fromMeters), frame.x(span.toMeters)];
  const {
    upstreamInvertMeters: up,
    downstreamInvertMeters: down,
    upstreamCrownMeters,
    downstreamCrownMeters,
  } = span;
  if (up === null || down === null) {
    gap(pen, frame, [from, up], [to, down], labels.unknown);
    return;
  }
  // Between its ends a siphon runs somewhere below: a dashed line joins what is known.
  const stroke = { colour: penColours.water, ...(span.siphon ? { dash: [2, 1] as const } : {}) };
  pen.segment(profileLayers.pipe, [from, frame.y(up)], [to, frame.y(down)], 0.5, stroke);
  if (upstreamCrownMeters !== null && downstreamCrownMeters !== null)
    pen.segment(
      profileLayers.pipe,
      [from, frame.y(upstreamCrownMeters)],
      [to, frame.y(downstreamCrownMeters)],
      0.25,
      stroke,
    );
  if (span.siphon)
    pen.text([(from + to) / 2, frame.y((up + down) / 2) - 4], labels.siphon, {
      anchor: 'middle',
      colour: penColours.water,
    });
}

/** Only a mark at the end whose level is known, and the word that says the other is not. */
function gap(
  pen: Pen,
  frame: ProfileFrame,
  [from, up]: readonly [number, number | null],
  [to, down]: readonly [number, number | null],
  unknown: string,
): void {
  for (const [x, level] of [
    [from, up],
    [to, down],
  ] as const)
    if (level !== null)
      pen.segment(profileLayers.pipe, [x - 1, frame.y(level)], [x + 1, frame.y(level)], 0.5, {
        colour: penColours.water,
      });
  const y = frame.y(up ?? down ?? frame.datum) + 1;
  pen.text([(from + to) / 2, y], unknown, { anchor: 'middle', colour: penColours.warning });
}

/** A manhole from its ground to its lowest level, when both are known. */
function manhole(pen: Pen, frame: ProfileFrame, station: ProfileStation): void {
  const { groundMeters, arrivingInvertMeters: arriving, leavingInvertMeters: leaving } = station;
  const bottom = arriving === null || leaving === null ? (arriving ?? leaving) : Math.min(arriving, leaving);
  const x = frame.x(station.chainageMeters);
  if (groundMeters !== null && bottom !== null)
    pen.segment(profileLayers.manhole, [x, frame.y(bottom)], [x, frame.y(groundMeters)], 0.25);
  const low = bottom ?? groundMeters ?? frame.datum;
  pen.segment(profileLayers.grid, [x, frame.baseline], [x, frame.y(low)], 0.1, {
    colour: penColours.grid,
    dash: [1.5, 1],
  });
  if (groundMeters !== null) pen.text([x + 0.8, frame.y(groundMeters) + 1], station.name ?? '');
}
