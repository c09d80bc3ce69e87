import { papers, type Drawing, type Paper } from '../drawing/drawing.js';
import { drawBand } from './draw-band.js';
import { drawSection } from './draw-section.js';
import type { LongProfile } from '../../network/long-profile.js';
import { penColours, Pen, profileLayers } from './pen.js';
import {
  bandHeadWidth,
  noteHeight,
  drawingMargin,
  ProfileFrame,
  type ProfileLabels,
  type ProfilePart,
  type ProfileScale,
} from './profile-frame.js';

/**
 * The profile drawn at true scale: ground line, pipes with invert and crown, manholes, and the band of
 * figures below. `paper` cuts it into pages between manholes; without it one page grows as long as it must.
 */
export function profileDrawings(
  profile: LongProfile,
  scale: ProfileScale,
  labels: ProfileLabels,
  paper: Paper | null,
): Drawing[] {
  const usable = paper ? papers[paper][0] - 2 * drawingMargin - bandHeadWidth : Infinity;
  const parts = split(profile, (usable * scale.horizontal) / 1000);
  return parts.map((part, index) => {
    const number = parts.length > 1 ? ` (${index + 1}/${parts.length})` : '';
    return drawingOf(part, scale, { ...labels, title: labels.title + number }, paper);
  });
}

/** Cuts between manholes so that each part fits; a single span longer than the page stays whole. */
function split(profile: LongProfile, longestMeters: number): ProfilePart[] {
  const parts: ProfilePart[] = [];
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

function drawingOf(
  part: ProfilePart,
  scale: ProfileScale,
  labels: ProfileLabels,
  paper: Paper | null,
): Drawing {
  const pen = new Pen();
  const frame = new ProfileFrame(part, scale, labels.notes.length, paper);
  const { width, height } = frame;
  pen.box(drawingMargin / 2, drawingMargin / 2, width - drawingMargin / 2, height - drawingMargin / 2, 0.35);
  pen.text([drawingMargin, height - drawingMargin - 3], labels.title, { size: 5 });
  const scales = `${labels.scale} H 1:${scale.horizontal}  V 1:${scale.vertical}`;
  pen.text([drawingMargin, height - drawingMargin - 9], scales, { size: 3 });
  for (const [index, note] of [...labels.notes].reverse().entries())
    pen.text([drawingMargin, drawingMargin + index * noteHeight], note, { size: 2.2 });
  drawHeights(pen, frame, scale, labels.datum);
  drawSection(pen, frame, part, labels);
  drawBand(pen, frame, part, labels);
  return { title: labels.title, widthMillimeters: width, heightMillimeters: height, items: pen.items };
}

/** The scale of heights at the left, a thin line every metre. */
function drawHeights(pen: Pen, frame: ProfileFrame, scale: ProfileScale, datum: string): void {
  const left = frame.left - 3;
  pen.segment(profileLayers.frame, [left, frame.y(frame.datum)], [left, frame.y(frame.top)], 0.35);
  const step = scale.vertical >= 200 ? 2 : 1;
  for (let level = frame.datum; level <= frame.top; level += step) {
    const y = frame.y(level);
    pen.segment(profileLayers.grid, [left - 1.5, y], [frame.right, y], 0.05, { colour: penColours.grid });
    pen.text([left - 2.5, y - 0.8], String(level), { size: 2.2, anchor: 'end' });
  }
  pen.text([drawingMargin, frame.baseline + 1], `${datum} ${frame.datum.toFixed(2)} m`);
}
