import type { Position } from '../../src/geometry/position.js';
import { toGrid } from '../mesh/grid.js';

/**
 * On which side of a polyline a position lies, walking it from its first point: `left`, `right`.
 * The nearest segment decides; beyond an end the end segment counts as going on.
 */
export function sideOf(line: readonly Position[], position: Position): 'left' | 'right' {
  const [x, y] = toGrid(position);
  const points = line.map((each) => toGrid(each));
  let nearest = Infinity;
  let turn = 0;
  for (let at = 0; at + 1 < points.length; at += 1) {
    const [ax, ay] = points[at]!;
    const [bx, by] = points[at + 1]!;
    const dx = bx - ax;
    const dy = by - ay;
    const along = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy);
    const first = at === 0;
    const last = at + 2 === points.length;
    const held = Math.min(last ? Infinity : 1, Math.max(first ? -Infinity : 0, along));
    const distance = Math.hypot(x - ax - held * dx, y - ay - held * dy);
    const cross = dx * (y - ay) - dy * (x - ax);
    // At a bend two segments are equally near: the one the point is more squarely off decides.
    if (
      distance < nearest - 1e-9 ||
      (Math.abs(distance - nearest) <= 1e-9 && Math.abs(cross) > Math.abs(turn))
    ) {
      nearest = distance;
      turn = cross;
    }
  }
  return turn > 0 ? 'left' : 'right';
}
