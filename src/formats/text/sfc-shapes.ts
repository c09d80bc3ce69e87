import { decimalNumber } from '../../geometry/decimal-number.js';

/** One `#10 = name('…','…')` of the file. */
export interface SfcRecord {
  name: string;
  values: string[];
}

export interface SfcShape {
  kind: 'point' | 'line';
  /** Millimetres of the figure it stands in. */
  positions: [number, number][];
  text: string | null;
}

/** Steps of a full circle; 5° keeps a manhole round and a 100 m bend within 10 cm. */
const fullTurnSteps = 72;

/** Records that describe tables and tools, not something drawn. */
const silent =
  /^(drawing_sheet|layer|pre_defined|user_defined|width|text_font|sfig_locate|composite_curve_org|attribute|drawing_attribute)/;

/** The shape of a record; null = nothing drawn, 'unsupported' = drawn, but not read here. */
export function sfcShape({ name, values }: SfcRecord): SfcShape | 'unsupported' | null {
  const number = (index: number) => decimalNumber(values[index]?.trim() ?? '');
  const list = (index: number) =>
    (values[index] ?? '')
      .replace(/[()\s]/g, '')
      .split(',')
      .map(decimalNumber);
  const line = (positions: [number, number][]): SfcShape => ({ kind: 'line', positions, text: null });
  switch (name) {
    case 'line_feature':
      return line([
        [number(4), number(5)],
        [number(6), number(7)],
      ]);
    case 'polyline_feature': {
      const [xs, ys] = [list(5), list(6)];
      return line(xs.map((x, index) => [x, ys[index] ?? NaN]));
    }
    case 'circle_feature':
      return line(arc([number(4), number(5)], number(6), number(6), 0, 0, 360));
    case 'arc_feature': {
      const [from, to] = turn(number(8), number(9), number(7) === 1);
      return line(arc([number(4), number(5)], number(6), number(6), 0, from, to));
    }
    case 'ellipse_feature':
      return line(arc([number(4), number(5)], number(6), number(7), number(8), 0, 360));
    case 'ellipse_arc_feature': {
      const [from, to] = turn(number(10), number(11), number(8) === 1);
      return line(arc([number(4), number(5)], number(6), number(7), number(9), from, to));
    }
    case 'text_string_feature':
      return { kind: 'point', positions: [[number(4), number(5)]], text: values[3] ?? '' };
    case 'point_marker_feature':
      return { kind: 'point', positions: [[number(2), number(3)]], text: null };
    default:
      return silent.test(name) ? null : 'unsupported';
  }
}

/** Start and end in degrees with the end beyond the start in the arc's own direction. */
function turn(start: number, end: number, clockwise: boolean): [number, number] {
  if (clockwise) return end <= start ? [start, end] : [start, end - 360];
  return end >= start ? [start, end] : [start, end + 360];
}

function arc(
  [x, y]: [number, number],
  radiusX: number,
  radiusY: number,
  rotation: number,
  from: number,
  to: number,
): [number, number][] {
  // Going round more than once draws nothing new, and a file may say a billion degrees.
  const sweep = Math.max(-360, Math.min(360, to - from));
  const steps = Math.max(2, Math.ceil((Math.abs(sweep) / 360) * fullTurnSteps));
  const radians = Math.PI / 180;
  const [cosine, sine] = [Math.cos(rotation * radians), Math.sin(rotation * radians)];
  return Array.from({ length: steps + 1 }, (_, step) => {
    const angle = (from + (sweep * step) / steps) * radians;
    const [px, py] = [radiusX * Math.cos(angle), radiusY * Math.sin(angle)];
    return [x + px * cosine - py * sine, y + px * sine + py * cosine];
  });
}
