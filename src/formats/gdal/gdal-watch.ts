import { mebibyte, mebibytes } from '../limits.js';
import type { GdalStopped } from '../read-failure.js';
import type { Gdal3, GdalStreams } from './gdal3.js';

/** A sign of life: GDAL is asked something, has read or written since, or has answered. */
export type GdalSign =
  { kind: 'begins'; fileBytes: number } | { kind: 'works'; writtenBytes: number } | { kind: 'ends' };

/**
 * A file may keep GDAL busy for ever (a view without an end, a drawing that is damaged cleverly) or make it write
 * without an end. It is no question of time alone: an honest 300 MB may take minutes, but reads or writes all the while.
 */
export interface GdalPatience {
  silentSeconds: number;
  writtenBytes: (fileBytes: number) => number;
}
export const gdalPatience: GdalPatience = {
  /** So long GDAL may compute without reading or writing a byte. */
  silentSeconds: 60,
  /** What it may write of one file: room for any, and many times its own size (text for binary numbers). */
  writtenBytes: (fileBytes: number) => 1024 * mebibyte + 20 * fileBytes,
};

/** Where the signs arrive: tells when the thread that GDAL runs in must be ended. */
export class GdalWatch {
  #timer: ReturnType<typeof setTimeout> | null = null;
  #fileBytes = 0;
  readonly #end: (problem: GdalStopped) => void;
  readonly #patience: GdalPatience;

  /** @param end called once a piece of work, with what to say */
  constructor(end: (problem: GdalStopped) => void, patience = gdalPatience) {
    this.#end = end;
    this.#patience = patience;
  }

  sign(sign: GdalSign): void {
    this.stop();
    if (sign.kind === 'ends') return;
    if (sign.kind === 'begins') this.#fileBytes = sign.fileBytes;
    const limit = this.#patience.writtenBytes(this.#fileBytes);
    if (sign.kind === 'works' && sign.writtenBytes > limit) {
      this.#end({ reason: 'engine-too-much', limitMegabytes: mebibytes(limit) });
      return;
    }
    const seconds = this.#patience.silentSeconds;
    this.#timer = setTimeout(() => this.#end({ reason: 'engine-silent', seconds }), seconds * 1000);
  }

  /** The work is over, or nobody waits for it any more. */
  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}

const signEveryMilliseconds = 500;

/** Where GDAL runs: gives signs while it works, which it can only do from inside, at its own reads and writes. */
export class GdalSigns {
  readonly #give: (sign: GdalSign) => void;
  #writtenBytes = 0;
  #given = 0;

  constructor({ Module: { FS, NODEFS } }: Pick<Gdal3, 'Module'>, give: (sign: GdalSign) => void) {
    this.#give = give;
    // Every file in memory has one table of functions, every file of the disk another.
    const path = '/sign-of-life';
    FS.writeFile(path, new Uint8Array(1));
    const stream = FS.open(path, 'r');
    this.#listen(stream.stream_ops);
    FS.close(stream);
    FS.unlink(path);
    if (NODEFS) this.#listen(NODEFS.stream_ops);
  }

  /** Runs one question to GDAL. @param fileBytes size of the file it is about */
  async during<Value>(fileBytes: number, work: () => Promise<Value>): Promise<Value> {
    this.#writtenBytes = 0;
    this.#given = performance.now();
    this.#give({ kind: 'begins', fileBytes });
    try {
      return await work();
    } finally {
      this.#give({ kind: 'ends' });
    }
  }

  #listen(streams: GdalStreams): void {
    const { read, write } = streams;
    streams.read = (...parts) => {
      const bytes = read(...parts);
      this.#moved(0);
      return bytes;
    };
    streams.write = (...parts) => {
      const bytes = write(...parts);
      this.#moved(bytes);
      return bytes;
    };
  }

  #moved(writtenBytes: number): void {
    this.#writtenBytes += writtenBytes;
    const now = performance.now();
    if (now - this.#given < signEveryMilliseconds) return;
    this.#given = now;
    this.#give({ kind: 'works', writtenBytes: this.#writtenBytes });
  }
}
