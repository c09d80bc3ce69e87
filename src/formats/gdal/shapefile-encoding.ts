import { isUtf8 } from '../decode-text.js';

/** Language driver ids of a .dbf that say CP932. */
const cp932Drivers = new Set([0x13, 0x7b]);

/**
 * The encoding of a .dbf: what its .cpg names, else its language driver, else what its bytes can be.
 * @param cpg text of the .cpg file, or null
 * @param dbf head of the .dbf: header, column descriptions and some rows
 */
export function shapefileEncoding(cpg: string | null, dbf: Uint8Array): 'UTF-8' | 'CP932' | null {
  const named =
    cpg
      ?.trim()
      .toUpperCase()
      .replace(/[\s_-]/g, '') ?? '';
  if (/UTF8|65001/.test(named)) return 'UTF-8';
  if (/932|SJIS|SHIFTJIS|MS932/.test(named)) return 'CP932';
  if (named !== '') return null;
  if (cp932Drivers.has(dbf[29] ?? 0)) return 'CP932';
  if (!dbf.some((byte) => byte > 0x7f)) return 'UTF-8';
  // A cut in the middle of a character must not decide: leave the last few bytes out.
  return isUtf8(dbf.subarray(32, trimmedEnd(dbf))) ? 'UTF-8' : 'CP932';
}

/** The last byte of a space or ASCII character: text cut there is whole in either encoding. */
function trimmedEnd(bytes: Uint8Array): number {
  let end = bytes.length;
  while (end > 32 && (bytes[end - 1] as number) !== 0x20 && (bytes[end - 1] as number) !== 0) end--;
  return end;
}
