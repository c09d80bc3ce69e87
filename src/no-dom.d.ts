/**
 * The few web standards that the modules without DOM may use, for tsconfig.pure.json only: browsers, workers and Node
 * all have them. Whatever else a page or a server offers (fetch, Blob, a canvas) is handed in by src/thread or src/cli.
 */
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(bytes?: Uint8Array, options?: { stream?: boolean }): string;
}

declare class TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>;
}

/** `subtle` is missing on plain http:// addresses. */
// eslint-disable-next-line no-var -- only a var stands on globalThis as well
declare var crypto: { subtle?: { digest(name: 'SHA-256', bytes: Uint8Array): Promise<ArrayBuffer> } };

/** A clock that only goes forward, in milliseconds. */
declare const performance: { now(): number };

declare function setTimeout(action: () => void, milliseconds: number): number;
declare function clearTimeout(timer: number): void;
