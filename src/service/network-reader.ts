import type { Position } from '../geometry/position.js';
import { PackedFile, type FileAnswer, type ReadRange } from './packed-file.js';

/** The sewer nearest to a place, from the ledger's own coordinates. */
export interface NearestSewer {
  meters: number;
  /** The place on it. */
  point: Position;
  name: string;
  kind: string | null;
  material: string | null;
  diameterMillimeters: number | null;
  built: number | null;
}

/** Farther than this a sewer has nothing to do with the place asked about. */
const withinMeters = 1000;

/** Exact answers from a network's packed lines; the file is opened with the first question. */
export class NetworkReader {
  readonly #rangesOf: (url: string) => ReadRange;
  #open: { url: string; file: Promise<FileAnswer<PackedFile>> } | null = null;

  /** @param rangesOf reads parts of the file at an absolute address */
  constructor(rangesOf: (url: string) => ReadRange) {
    this.#rangesOf = rangesOf;
  }

  /** null: none within a kilometre. @param url absolute address of the packed lines */
  async nearest(url: string, position: Position): Promise<FileAnswer<NearestSewer | null>> {
    const answer = await this.#nearest(url, position);
    // Exchanged on the server since it was opened: once more from the start, then it is given up.
    if (answer.ok || answer.reason !== 'changed') return answer;
    this.#open = null;
    return this.#nearest(url, position);
  }

  async #nearest(url: string, position: Position): Promise<FileAnswer<NearestSewer | null>> {
    const opened = await this.#file(url);
    if (!opened.ok) return opened;
    const nearest = await opened.value.ask((lines) => lines.nearest(position, withinMeters));
    if (!nearest.ok || nearest.value === null) return nearest as FileAnswer<null>;
    const { line, meters, point } = nearest.value;
    const known = await opened.value.ask((lines) => lines.line(line));
    if (!known.ok) return known;
    const { nameBytes, ...rest } = known.value;
    return { ok: true, value: { meters, point, name: new TextDecoder().decode(nameBytes), ...rest } };
  }

  async #file(url: string): Promise<FileAnswer<PackedFile>> {
    if (this.#open?.url !== url) this.#open = { url, file: PackedFile.open(this.#rangesOf(url)) };
    const opened = await this.#open.file;
    // What failed is tried again with the next question.
    if (!opened.ok) this.#open = null;
    return opened;
  }
}
