import { sha256 } from '@noble/hashes/sha2.js';

/**
 * SHA-256 of bytes as 64 hex digits. The browser's own digest where it is offered; it is not on plain
 * http:// addresses (a laptop serving the map in a disaster office), so the same sum is worked out without it there.
 */
export async function sha256Hex(bytes: Uint8Array): Promise<string> {
  const subtle = globalThis.crypto?.subtle;
  // A copy onto a plain ArrayBuffer: the digest takes no shared memory.
  return subtle
    ? hex(new Uint8Array(await subtle.digest('SHA-256', new Uint8Array(bytes))))
    : pureSha256Hex(bytes);
}

/** The same without the browser's help. */
export function pureSha256Hex(bytes: Uint8Array): string {
  return hex(sha256(bytes));
}

// The package's bytesToHex prefers Uint8Array.toHex, which the oldest browsers lack.
function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
