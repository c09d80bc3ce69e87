import { withoutMark } from '../encoding-of-start.js';

/** Why a table cannot be read on, and the line that has to be looked at. */
export class CsvProblem extends Error {
  readonly problem: 'open-quote' | 'row-too-long';
  readonly line: number;
  constructor(problem: 'open-quote' | 'row-too-long', line: number) {
    super(`${problem}: ${line}`);
    this.problem = problem;
    this.line = line;
  }
}

/** Letters of one row; more is no table, or a quotation mark that is missing somewhere. */
const longestRow = 1 << 24;
const delimiters = [',', '\t', ';', '|'] as const;
const lineEnd = /\r\n|\r|\n/g;

/** Line ends in a text: CR LF is one. */
export const lineEndsIn = (text: string): number => text.match(lineEnd)?.length ?? 0;

/**
 * Reads CSV (RFC 4180) out of text that arrives in pieces, row by row: memory holds one piece and one row. Comma, tab,
 * semicolon or bar: whichever the first row has most of. A byte order mark is dropped, blank lines are passed over. A quotation
 * mark inside a quoted cell counts as text where it is not doubled, as spreadsheets and papaparse read it, but only
 * within its line: a cell that went on over a line end and is then closed in the middle was never meant to.
 * @throws CsvProblem `open-quote` with the line where the mark stands that is never closed properly
 */
export async function* readCsv(
  pieces: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<string[], void, void> {
  const reader = new CsvReader(longestRow);
  for await (const piece of pieces) for (const { cells } of reader.rowsOf(piece)) yield cells;
  for (const { cells } of reader.end()) yield cells;
}

/** A row of a table and the line it begins in, counted from 1. */
export interface CsvRow {
  cells: string[];
  line: number;
}

/** The same of a text that is in memory, whose rows may be of any length. @throws CsvProblem `open-quote` */
export function* csvRows(text: string): Generator<CsvRow, void, void> {
  const reader = new CsvReader(Infinity);
  yield* reader.rowsOf(text);
  yield* reader.end();
}

/**
 * Where the reader stands: before a cell's first letter, in a plain cell, in a quoted one, or after a mark inside it:
 * doubled it is one of the text, else the end, if a cell may end there.
 */
type State = 'start' | 'plain' | 'quoted' | 'mark';

class CsvReader {
  readonly #longestRow: number;
  #state: State = 'start';
  #row: string[] = [];
  #cell = '';
  #length = 0;
  /** White space between the mark and what follows it. */
  #afterMark = '';
  #delimiter: string | null = null;
  #firstRow = '';
  #started = false;
  #afterReturn = false;
  #line = 1;
  #rowLine = 1;
  #quoteLine = 1;
  #quoteIsOdd = false;

  constructor(longest: number) {
    this.#longestRow = longest;
  }

  *rowsOf(piece: string): Generator<CsvRow> {
    let text = this.#started ? piece : withoutMark(piece);
    this.#started ||= piece !== '';
    if (this.#delimiter === null) {
      this.#firstRow += text;
      text = this.#firstRow;
      // Which sign parts the cells shows in the first row, once all of it is here.
      if (!/[^\r\n][\r\n]/.test(text)) {
        if (text.length > this.#longestRow) throw new CsvProblem('row-too-long', 1);
        return;
      }
      this.#delimiter = delimiterOf(text);
      this.#firstRow = '';
    }
    yield* this.#read(text, this.#delimiter);
  }

  *end(): Generator<CsvRow> {
    if (this.#delimiter === null) yield* this.#read(this.#firstRow, delimiterOf(this.#firstRow));
    if (this.#state === 'quoted') throw new CsvProblem('open-quote', this.#quoteLine);
    if (this.#state === 'mark') this.#closeQuote();
    const row = this.#endRow();
    if (row) yield row;
  }

  *#read(text: string, delimiter: string): Generator<CsvRow> {
    for (let at = 0; at < text.length; at++) {
      const character = text[at] as string;
      const afterReturn = this.#afterReturn;
      this.#afterReturn = character === '\r';
      const isLineEnd = character === '\r' || character === '\n';
      const continued = character === '\n' && afterReturn;
      if (isLineEnd && !continued) this.#line++;
      if (this.#state === 'mark') {
        if (character === '"' && this.#afterMark === '') {
          this.#add('"');
          this.#state = 'quoted';
          continue;
        }
        if (character === delimiter || isLineEnd) {
          this.#closeQuote();
        } else if (/\s/.test(character)) {
          this.#afterMark += character;
          continue;
        } else {
          // No cell ends here: the mark was one of the text.
          this.#add(`"${this.#afterMark}`);
          this.#afterMark = '';
          this.#quoteIsOdd = true;
          this.#state = 'quoted';
        }
      }
      if (this.#state === 'quoted') {
        if (character === '"') this.#state = 'mark';
        else at = this.#take(text, at, '"');
      } else if (isLineEnd) {
        if (continued) continue;
        const row = this.#endRow();
        if (row) yield row;
      } else if (character === delimiter) {
        this.#row.push(this.#cell);
        this.#cell = '';
        this.#state = 'start';
      } else if (character === '"' && this.#state === 'start') {
        this.#state = 'quoted';
        this.#quoteLine = this.#line;
        this.#quoteIsOdd = false;
      } else {
        this.#state = 'plain';
        at = this.#take(text, at, delimiter);
      }
    }
  }

  /** Adds from `at` up to a line end or the sign it may end with. @returns the last place taken */
  #take(text: string, at: number, sign: string): number {
    let end = at + 1;
    if (text[at] !== '\r' && text[at] !== '\n')
      for (; end < text.length; end++) {
        const next = text[end];
        if (next === sign || next === '\r' || next === '\n') break;
      }
    this.#add(text.slice(at, end));
    return end - 1;
  }

  #add(text: string): void {
    this.#length += text.length;
    if (this.#length > this.#longestRow)
      throw this.#state === 'quoted' || this.#state === 'mark'
        ? new CsvProblem('open-quote', this.#quoteLine)
        : new CsvProblem('row-too-long', this.#rowLine);
    this.#cell += text;
  }

  #closeQuote(): void {
    if (this.#quoteIsOdd && lineEndsIn(this.#cell) > 0) throw new CsvProblem('open-quote', this.#quoteLine);
    this.#afterMark = '';
    this.#state = 'plain';
  }

  #endRow(): CsvRow | null {
    const line = this.#rowLine;
    const cells = [...this.#row, this.#cell];
    this.#row = [];
    this.#cell = '';
    this.#length = 0;
    this.#state = 'start';
    this.#rowLine = this.#line;
    return cells.length > 1 || cells[0] !== '' ? { cells, line } : null;
  }
}

function delimiterOf(text: string): string {
  const first = /^[\r\n]*([^\r\n]*)/.exec(text)?.[1] ?? '';
  const outside = first.replace(/"[^"]*"/g, '');
  const counts = delimiters.map((sign) => outside.split(sign).length);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ',';
}
