/**
 * Breaks words into lines that fit. Japanese may break anywhere, Latin words stay whole.
 * @param measure width of a text in the unit of `width`
 */
export function wrapText(text: string, width: number, measure: (text: string) => number): string[] {
  const pieces = text.match(/[A-Za-z0-9.,:;'’()/%&+-]+|\s+|[^\s]/gu) ?? [];
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line !== '' && measure(line + piece) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}
