/**
 * Browsers keep about sixteen graphics contexts a page and silently kill the oldest. This keeps fewer:
 * a map asks for a place when it comes into sight; beyond the limit, the one longest out of sight gives up its own.
 */
export class MapBudget {
  readonly #limit: number;
  readonly #maps: { visible: boolean; seen: number; drop: () => void }[] = [];
  #clock = 0;

  constructor(limit = 8) {
    this.#limit = limit;
  }

  get live(): number {
    return this.#maps.length;
  }

  /**
   * @param drop called when the map must go; it may `enter` again when it is next in sight
   */
  enter(drop: () => void): { seen(visible: boolean): void; leave(): void } {
    const map = { visible: true, seen: ++this.#clock, drop };
    this.#maps.push(map);
    const leave = () => {
      const index = this.#maps.indexOf(map);
      if (index >= 0) this.#maps.splice(index, 1);
    };
    this.#shrink();
    return {
      seen: (visible) => {
        map.visible = visible;
        map.seen = ++this.#clock;
        this.#shrink();
      },
      leave,
    };
  }

  /** What the reader looks at is never taken away, even beyond the limit. */
  #shrink(): void {
    const hidden = this.#maps.filter(({ visible }) => !visible).sort((a, b) => a.seen - b.seen);
    for (const map of hidden.slice(0, Math.max(0, this.#maps.length - this.#limit))) {
      this.#maps.splice(this.#maps.indexOf(map), 1);
      map.drop();
    }
  }
}

export const mapBudget = new MapBudget();
