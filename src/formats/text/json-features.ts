import { mebibytes, type Limits } from '../limits.js';
import { ReadFailure } from '../read-failure.js';

/**
 * A piece of a GeoJSON text:
 * - `root`: a whole root object (one feature, or one line of GeoJSONSeq)
 * - `head`: a collection's text up to and with the `[` of its features
 * - `feature`: one element of the features
 * - `tail`: what follows the `]`, to the end of the collection
 */
export interface JsonPiece {
  kind: 'root' | 'head' | 'feature' | 'tail';
  bytes: Uint8Array;
}

const [quote, backslash, openBrace, closeBrace, openBracket, closeBracket, colon] = [
  0x22, 0x5c, 0x7b, 0x7d, 0x5b, 0x5d, 0x3a,
];
const ofNull = [...'null'].map((letter) => letter.charCodeAt(0));
/** Blanks, the comma between features, and the record separator of GeoJSONSeq. */
const isBetween = (byte: number) => byte <= 0x20 || byte === 0x2c;

/**
 * Walks through a GeoJSON text of any size that arrives in pieces, so that only one feature is in memory at a time.
 * Counts brackets and strings; what is inside a feature is left to JSON.parse.
 */
export class JsonFeatures {
  #depth = 0;
  #inString = false;
  #escaped = false;
  /** The string last read at depth 1 (a key, if a colon follows), as far as it is worth comparing. */
  #string: number[] = [];
  #key = '';
  #inFeatures = false;
  #collects: JsonPiece['kind'] | null = null;
  #kept: Uint8Array[] = [];
  #keptBytes = 0;
  /** Where the collected thing begins in the present piece. */
  #from = 0;
  readonly #limits: Pick<Limits, 'featureBytes'>;

  constructor(limits: Pick<Limits, 'featureBytes'>) {
    this.#limits = limits;
  }

  /** True once every bracket is closed. */
  get complete(): boolean {
    return this.#depth === 0 && !this.#inString;
  }

  *push(piece: Uint8Array): Generator<JsonPiece> {
    this.#from = 0;
    for (let at = 0; at < piece.length; at++) {
      const byte = piece[at] as number;
      if (this.#inString) this.#readString(byte);
      else if (byte === quote) {
        this.#inString = true;
        if (this.#depth === 1) this.#string = [];
      } else if (byte === colon) {
        if (this.#depth === 1) this.#key = String.fromCharCode(...this.#string);
      } else if (byte === openBrace || byte === openBracket) {
        const done = this.#open(byte, piece, at);
        if (done) yield done;
      } else if (byte === closeBrace || byte === closeBracket) {
        const done = this.#close(piece, at);
        if (done) yield done;
      } else if (this.#collects === null && !isBetween(byte)) {
        // A byte-order mark may stand before the text, and null for a feature; anything else outside is no JSON of ours.
        const isMark = byte === 0xef || byte === 0xbb || byte === 0xbf;
        if (!isMark && !(this.#inFeatures && ofNull.includes(byte)))
          throw new ReadFailure({ reason: 'unreadable', detail: 'JSON' });
      }
    }
    if (this.#collects) this.#keep(piece, piece.length);
  }

  #readString(byte: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (byte === backslash) this.#escaped = true;
    else if (byte === quote) {
      this.#inString = false;
      return;
    }
    if (this.#depth === 1 && this.#string.length < 16) this.#string.push(byte);
  }

  #open(byte: number, piece: Uint8Array, at: number): JsonPiece | null {
    this.#depth++;
    if (this.#depth === 1) this.#begin('root', at);
    else if (
      this.#depth === 2 &&
      byte === openBracket &&
      this.#key === 'features' &&
      this.#collects === 'root'
    ) {
      this.#inFeatures = true;
      return this.#end('head', piece, at + 1);
    } else if (this.#depth === 3 && this.#inFeatures && this.#collects === null) this.#begin('feature', at);
    return null;
  }

  #close(piece: Uint8Array, at: number): JsonPiece | null {
    this.#depth--;
    if (this.#depth < 0) throw new ReadFailure({ reason: 'unreadable', detail: 'JSON' });
    if (this.#depth === 2 && this.#collects === 'feature') return this.#end('feature', piece, at + 1);
    if (this.#depth === 1 && this.#inFeatures) {
      this.#inFeatures = false;
      this.#key = '';
      this.#begin('tail', at + 1);
    } else if (this.#depth === 0 && this.#collects !== null) return this.#end(this.#collects, piece, at + 1);
    return null;
  }

  #begin(kind: JsonPiece['kind'], at: number): void {
    this.#collects = kind;
    this.#from = at;
  }

  #keep(piece: Uint8Array, to: number): void {
    const bytes = piece.slice(this.#from, to);
    this.#keptBytes += bytes.length;
    if (this.#keptBytes > this.#limits.featureBytes)
      throw new ReadFailure({
        reason: 'feature-too-large',
        limitMegabytes: mebibytes(this.#limits.featureBytes),
      });
    this.#kept.push(bytes);
  }

  #end(kind: JsonPiece['kind'], piece: Uint8Array, to: number): JsonPiece {
    this.#keep(piece, to);
    const bytes = new Uint8Array(this.#keptBytes);
    let at = 0;
    for (const part of this.#kept) {
      bytes.set(part, at);
      at += part.length;
    }
    this.#kept = [];
    this.#keptBytes = 0;
    this.#collects = null;
    return { kind, bytes };
  }
}
