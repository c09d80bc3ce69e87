/**
 * One CSV cell. Text that a spreadsheet would run as a formula gets an apostrophe in front
 * (OWASP "CSV injection"); plain numbers such as -33.5 stay numbers, and a sign alone, `-` for "none", stays itself.
 */
export function csvCell(value: string | number | boolean | null): string {
  if (value === null) return '';
  let text = String(value);
  if (/^([=+\-@].|[\t\r])/s.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text)) text = `'${text}`;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One CSV line with its line end. */
export function csvLine(cells: readonly (string | number | boolean | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/**
 * Reads CSV (RFC 4180) out of text that arrives in pieces, row by row: memory holds one piece and one row.
 * A byte order mark is dropped, blank lines are passed over, an unclosed quote ends with the text.
 */
export async function* readCsv(pieces: AsyncIterable<string> | Iterable<string>): AsyncGenerator<string[]> {
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  /** A quote inside a quoted cell: doubled it is a quote, else the end. Known only from the next character. */
  let pendingQuote = false;
  let pendingReturn = false;
  let started = false;

  const endRow = () => {
    const finished = [...row, cell];
    row = [];
    cell = '';
    return finished.length > 1 || finished[0] !== '' ? finished : null;
  };
  for await (const piece of pieces) {
    for (const character of started ? piece : piece.replace(/^\ufeff/, '')) {
      if (pendingQuote) {
        pendingQuote = false;
        if (character === '"') {
          cell += '"';
          continue;
        }
        quoted = false;
      }
      if (quoted) {
        if (character === '"') pendingQuote = true;
        else cell += character;
        continue;
      }
      const afterReturn = pendingReturn;
      pendingReturn = false;
      if (character === '"' && cell === '') quoted = true;
      else if (character === ',') {
        row.push(cell);
        cell = '';
      } else if (character === '\n' && afterReturn) continue;
      else if (character === '\n' || character === '\r') {
        pendingReturn = character === '\r';
        const finished = endRow();
        if (finished) yield finished;
      } else cell += character;
    }
    started ||= piece !== '';
  }
  const last = endRow();
  if (last) yield last;
}
