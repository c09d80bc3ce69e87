import type { Drawing, DrawingItem } from '../drawing/drawing.js';
import { textWidth } from '../drawing/helvetica.js';

/** The calculation in words, as the panel shows it too. */
export interface CalculationText {
  title: string;
  subtitle: string;
  columns: readonly [string, string, string, string, string];
  sections: readonly {
    title: string;
    rows: readonly (readonly [string, string, string, string, string])[];
  }[];
  notes: readonly string[];
}

const [width, height] = [210, 297];
const margin = 15;
/** Left edges of item, symbol and formula; right edge of the figure; left edge of the source. */
const columns = [margin, 62, 74, 143, 148] as const;
const lineHeight = 5.4;
const ink = '#1a1a1a';

/** A4 upright, as many pages as the rows need. */
export function calculationDrawings(calculation: CalculationText): Drawing[] {
  const pages: DrawingItem[][] = [];
  let items: DrawingItem[] = [];
  let y = 0;
  const text = (x: number, content: string, size = 2.9, anchor: 'start' | 'end' = 'start') =>
    items.push({
      kind: 'text',
      layer: 'TEXT',
      at: [x, y],
      text: content,
      heightMillimeters: size,
      anchor,
      colour: ink,
    });
  const rule = (weight: number) =>
    items.push({
      kind: 'line',
      layer: 'FRAME',
      points: [
        [margin, y - 1.6],
        [width - margin, y - 1.6],
      ],
      widthMillimeters: weight,
      colour: ink,
    });
  const open = () => {
    items = [];
    pages.push(items);
    y = height - margin - 4;
    text(margin, calculation.title, 5);
    y -= 6.5;
    text(margin, calculation.subtitle, 2.7);
    y -= 7;
    for (const [index, name] of calculation.columns.entries())
      text(columns[index] ?? margin, name, 2.6, index === 3 ? 'end' : 'start');
    rule(0.35);
    y -= lineHeight;
  };
  const step = (needed = lineHeight) => {
    if (y - needed < margin) open();
  };
  open();
  for (const section of calculation.sections) {
    step(2 * lineHeight);
    text(margin, section.title, 3.2);
    rule(0.2);
    y -= lineHeight;
    for (const cells of section.rows) {
      const formula = wrap(cells[2], 54, 2.7);
      const source = wrap(cells[4], width - margin - columns[4], 2.4);
      const label = wrap(cells[0], 46, 2.9);
      const lines = Math.max(formula.length, source.length, label.length, 1);
      step(lines * lineHeight * 0.8);
      for (let line = 0; line < lines; line++) {
        text(columns[0], label[line] ?? '');
        if (line === 0) {
          text(columns[1], cells[1]);
          text(columns[3], cells[3], 2.9, 'end');
        }
        text(columns[2], formula[line] ?? '', 2.7);
        text(columns[4], source[line] ?? '', 2.4);
        y -= line + 1 < lines ? lineHeight * 0.75 : 0;
      }
      rule(0.05);
      y -= lineHeight;
    }
  }
  y -= 2;
  for (const note of calculation.notes)
    for (const line of wrap(note, width - 2 * margin, 2.5)) {
      step(4);
      text(margin, line, 2.5);
      y -= 4;
    }
  return pages.map((page, index) => ({
    title: pages.length > 1 ? `${calculation.title} (${index + 1}/${pages.length})` : calculation.title,
    widthMillimeters: width,
    heightMillimeters: height,
    items: page.filter((item) => item.kind !== 'text' || item.text !== ''),
  }));
}

/** Lines no wider than the column; Japanese breaks anywhere, Latin words at blanks where they can. */
export function wrap(content: string, widest: number, size: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of content.match(/[!-~]+\s*|[^!-~]/gu) ?? []) {
    if (line !== '' && textWidth(line + piece.trimEnd(), size) > widest) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
    // A word longer than the column is cut.
    while (textWidth(line.trimEnd(), size) > widest && line.length > 1) {
      let cut = line.length - 1;
      while (cut > 1 && textWidth(line.slice(0, cut), size) > widest) cut--;
      lines.push(line.slice(0, cut));
      line = line.slice(cut);
    }
  }
  if (line !== '') lines.push(line.trimEnd());
  return lines;
}
