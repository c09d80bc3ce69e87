type Position = readonly [longitude: number, latitude: number];
type Line = readonly Position[];

const keyOf = ([x, y]: Position) => `${x} ${y}`;

/**
 * Joins lines of one street or river where exactly two of them end in the very same position: extracts are cut at the
 * edges of tiles, and a name needs a line it fits on. Where three meet, nothing is joined. Positions stay as they are.
 */
export function joinLines(lines: readonly Line[]): Line[] {
  const ends = new Map<string, number[]>();
  lines.forEach((line, index) => {
    for (const end of [line[0], line.at(-1)]) {
      if (end === undefined) continue;
      const key = keyOf(end);
      const meeting = ends.get(key);
      if (meeting) meeting.push(index);
      else ends.set(key, [index]);
    }
  });
  const taken = new Set<number>();
  /** The other line at an end where two meet; a line that meets itself is closed, and stays. */
  const nextAt = (end: Position, from: number): number | null => {
    const meeting = ends.get(keyOf(end)) ?? [];
    const [one, other] = meeting;
    if (meeting.length !== 2 || one === undefined || other === undefined || one === other) return null;
    const next = one === from ? other : one;
    return taken.has(next) ? null : next;
  };
  return lines.flatMap((line, start) => {
    if (taken.has(start) || line.length < 2) return [];
    taken.add(start);
    const forward = run(line, start);
    // The other way from the first end, written backwards.
    const whole = run([...forward].reverse(), start);
    return [[...whole].reverse()];
  });

  function run(line: Line, from: number): Position[] {
    const joined = [...line];
    let at = from;
    for (;;) {
      const end = joined.at(-1) as Position;
      const next = nextAt(end, at);
      if (next === null) return joined;
      taken.add(next);
      const piece = lines[next] as Line;
      const forwards = keyOf(piece[0] as Position) === keyOf(end);
      joined.push(...(forwards ? piece : [...piece].reverse()).slice(1));
      at = next;
    }
  }
}
