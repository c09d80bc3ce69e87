import { readPackedHeader } from '../geometry/packed-header.js';
import { PackedLines, type PackedAnswer } from '../geometry/packed-lines.js';

/** Bytes of a file, or why not. `whole`: the server does not know ranges and sent everything. */
export type RangeRead =
  | { ok: true; bytes: Uint8Array; whole: boolean; totalBytes: number | null; tag: string | null }
  | { ok: false; reason: string };
export type ReadRange = (first: number, length: number) => Promise<RangeRead>;

export type FileAnswer<Value> = { ok: true; value: Value } | { ok: false; reason: string };

/** What is fetched at once: two thousand boxes or vertices, more than a question needs of one section. */
const pageWords = 4096;
const pageBytes = pageWords * 4;
/** Beyond this no browser keeps the file's address space. */
const largestWords = 2 ** 27;
/** A question needs one page a section; many more mean that the file leads astray. */
const mostRounds = 200;

/** A packed line file of which only the pages that questions touch are fetched; every page once. */
export class PackedFile {
  readonly #read: ReadRange;
  readonly #lines: PackedLines;
  readonly #bytes: Uint8Array;
  readonly #there: Uint8Array;
  readonly #bodyStart: number;
  readonly #tag: string | null;

  private constructor(read: ReadRange, opened: Opened) {
    this.#read = read;
    this.#bodyStart = opened.bodyStart;
    this.#tag = opened.tag;
    const words = new Int32Array(opened.words);
    this.#bytes = new Uint8Array(words.buffer);
    this.#there = new Uint8Array(Math.ceil(opened.words / pageWords));
    this.#lines = new PackedLines(opened.header, words, (first, end) => this.#has(first, end));
    this.#keep(0, opened.body);
  }

  static async open(read: ReadRange): Promise<FileAnswer<PackedFile>> {
    let start = await read(0, pageBytes);
    if (!start.ok) return start;
    let head = readPackedHeader(start.bytes);
    if (!head.ok && head.neededBytes !== undefined && !start.whole) {
      start = await read(0, head.neededBytes + pageBytes);
      if (!start.ok) return start;
      head = readPackedHeader(start.bytes);
    }
    if (!head.ok) return { ok: false, reason: head.problem };
    const { header, bodyStart } = head;
    const bytes = bodyStart + header.words * 4;
    const total = start.whole ? start.bytes.length : start.totalBytes;
    if (total !== null && total !== bytes) return { ok: false, reason: 'damaged' };
    if (header.words > largestWords) return { ok: false, reason: 'too-large' };
    const body = start.bytes.subarray(bodyStart);
    return {
      ok: true,
      value: new PackedFile(read, { header, bodyStart, words: header.words, body, tag: start.tag }),
    };
  }

  /** Asks, fetches what was missing, asks again. */
  async ask<Value>(question: (lines: PackedLines) => PackedAnswer<Value>): Promise<FileAnswer<Value>> {
    for (let round = 0; round < mostRounds; round++) {
      const answer = question(this.#lines);
      if (answer.ok) return answer;
      if (answer.problem !== 'missing') return { ok: false, reason: answer.problem };
      const failure = await this.#fetch(answer.firstWord, answer.endWord);
      if (failure !== null) return { ok: false, reason: failure };
    }
    return { ok: false, reason: 'damaged' };
  }

  async #fetch(firstWord: number, endWord: number): Promise<string | null> {
    const first = Math.floor(firstWord / pageWords) * pageBytes;
    const end = Math.min(this.#bytes.length, Math.ceil(endWord / pageWords) * pageBytes);
    const part = await this.#read(this.#bodyStart + first, end - first);
    if (!part.ok) return part.reason;
    if (part.tag !== this.#tag) return 'changed';
    if (part.whole) this.#keep(0, part.bytes.subarray(this.#bodyStart));
    else if (part.bytes.length !== end - first) return 'damaged';
    else this.#keep(first, part.bytes);
    return null;
  }

  /** Only pages that are complete count as there. */
  #keep(first: number, bytes: Uint8Array): void {
    const kept = bytes.subarray(0, this.#bytes.length - first);
    this.#bytes.set(kept, first);
    const end = first + kept.length;
    for (let page = first / pageBytes; page < this.#there.length; page++) {
      if (Math.min(this.#bytes.length, (page + 1) * pageBytes) > end) break;
      this.#there[page] = 1;
    }
  }

  #has(firstWord: number, endWord: number): boolean {
    const last = Math.floor((endWord - 1) / pageWords);
    for (let page = Math.floor(firstWord / pageWords); page <= last; page++)
      if (!this.#there[page]) return false;
    return true;
  }
}

interface Opened {
  header: PackedLines['header'];
  bodyStart: number;
  words: number;
  body: Uint8Array;
  tag: string | null;
}
