import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';

/** Lines to a file, many at a time: a call to the system for each would take longer than making it. */
export class LineWriter {
  readonly #stream;
  /** A full disk is told whenever it likes; unheard, it would end the process. */
  #refused: Error | null = null;
  #lines: string[] = [];
  count = 0;

  constructor(path: string) {
    this.#stream = createWriteStream(path);
    this.#stream.on('error', (error) => (this.#refused ??= error));
  }

  /** Waits while the disk is slow, so that nothing piles up. @throws what the disk refused */
  async write(line: string): Promise<void> {
    this.#lines.push(line);
    this.count++;
    if (this.#lines.length >= 2048) await this.#flush();
  }

  /** @throws what the disk refused */
  async close(): Promise<void> {
    await this.#flush();
    this.#stream.end();
    await finished(this.#stream);
  }

  async #flush(): Promise<void> {
    if (this.#refused) throw this.#refused;
    if (this.#lines.length === 0) return;
    const text = `${this.#lines.join('\n')}\n`;
    this.#lines = [];
    if (!this.#stream.write(text)) await once(this.#stream, 'drain');
  }
}
