import type { Position } from 'geojson';
import type { Tally } from '../tally.js';

/** Six decimals: about 0.1 m, the finest any source here is good for. */
const decimals = 1e6;
const round = (value: number) => Math.round(value * decimals) / decimals + 0;

/**
 * A line or ring with every position finite, two numbers of six decimals, and no position twice in a row.
 * Null when a position is no number: a hole in a line is not to be guessed over.
 */
export function cleanRun(
  run: readonly (readonly number[])[],
  tally: Tally,
  label: string,
): Position[] | null {
  const clean: Position[] = [];
  let repeated = false;
  for (const [longitude, latitude] of run) {
    if (!Number.isFinite(longitude) || !Number.isFinite(latitude)) {
      tally.repair('part-not-finite', label);
      return null;
    }
    const position: Position = [round(longitude as number), round(latitude as number)];
    const last = clean.at(-1);
    if (last && last[0] === position[0] && last[1] === position[1]) repeated = true;
    else clean.push(position);
  }
  if (repeated) tally.repair('repeated-positions', label);
  return clean;
}

const same = (a: Position | undefined, b: Position | undefined) => a?.[0] === b?.[0] && a?.[1] === b?.[1];

/** Takes out there-and-back spikes (a, b, a), which have no area and would count as crossings. Ring without its closing position. */
export function withoutSpikes(open: readonly Position[]): Position[] {
  const kept: Position[] = [];
  for (const position of open) {
    kept.push(position);
    while (kept.length >= 3 && same(kept.at(-1), kept.at(-3))) kept.splice(-2);
    if (kept.length >= 2 && same(kept.at(-1), kept.at(-2))) kept.pop();
  }
  // The seam between the last and the first position may hide one too. The first is passed over, not taken out: a
  // ring of a hundred thousand spikes would be moved up as often.
  let first = 0;
  for (;;) {
    const left = kept.length - first;
    if (left >= 2 && same(kept[first], kept.at(-1))) kept.pop();
    else if (left >= 3 && same(kept[first + 1], kept.at(-1))) first++;
    else if (left >= 3 && same(kept[first], kept.at(-2))) kept.splice(-2);
    else return first === 0 ? kept : kept.slice(first);
  }
}
