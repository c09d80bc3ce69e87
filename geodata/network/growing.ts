/** Whole numbers in one array that doubles when it is full: millions of them without an object each. */
export class GrowingWords {
  #words = new Int32Array(1024);
  length = 0;

  push(word: number): void {
    if (this.length === this.#words.length) {
      const larger = new Int32Array(this.#words.length * 2);
      larger.set(this.#words);
      this.#words = larger;
    }
    this.#words[this.length++] = word;
  }

  view(): Int32Array {
    return this.#words.subarray(0, this.length);
  }
}

/** Texts one after the other as UTF-8. */
export class GrowingBytes {
  readonly #encoder = new TextEncoder();
  #bytes = new Uint8Array(4096);
  length = 0;

  push(text: string): void {
    // UTF-8 needs three bytes at the most for each UTF-16 unit.
    const wanted = this.length + text.length * 3;
    if (wanted > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(wanted, this.#bytes.length * 2));
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.length += this.#encoder.encodeInto(text, this.#bytes.subarray(this.length)).written;
  }

  view(): Uint8Array {
    return this.#bytes.subarray(0, this.length);
  }
}
