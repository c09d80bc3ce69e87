/** What a journey needs of a browser, whatever the engine: a few verbs, as a hand and an eye would use them. */
export interface PageDriver {
  /** Goes to an address; ready when its document is loaded. */
  open(address: string): Promise<void>;
  /**
   * Runs a function in the page.
   * @param ask stands by itself: it is sent as text and sees nothing of the file it is written in
   * @returns its answer, which has to be JSON
   */
  evaluate<Given extends unknown[], Answer>(
    ask: (...given: Given) => Answer,
    ...given: Given
  ): Promise<Answer>;
  /** Keys pressed and let go, one after the other: a letter, or a name of {@link specialKeys}; `Shift+Tab` for two at once. */
  press(...keys: string[]): Promise<void>;
  /** A click of the mouse, in CSS pixels from the top left of this page or frame. */
  clickAt(x: number, y: number): Promise<void>;
  /** Chooses files of this machine in `<input type="file">`. */
  chooseFiles(selector: string, paths: readonly string[]): Promise<void>;
  back(): Promise<void>;
  reload(): Promise<void>;
  /** The inside of a frame, of this or of another origin. */
  frame(selector: string): Promise<PageDriver>;
}

/** A page with its window. */
export interface WindowDriver extends PageDriver {
  /** The size of the page inside the window, in CSS pixels. */
  resize(width: number, height: number): Promise<void>;
  screenshot(): Promise<Buffer>;
  /** The page as it would be printed, as PDF; null where the engine cannot be told to. */
  pdf(): Promise<Buffer | null>;
}

/** A browser that was started for the tests. */
export interface RunningEngine {
  version: string;
  window: WindowDriver;
  close(): Promise<void>;
}

/** A function and what it is given, as one expression of JavaScript. */
export const asExpression = (ask: (...given: never[]) => unknown, given: readonly unknown[]) =>
  `(${ask.toString()})(...${JSON.stringify(given)})`;
