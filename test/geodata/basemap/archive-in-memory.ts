import type { Source } from 'pmtiles';

/** An archive in memory, as the pmtiles package reads one. */
export function sourceOf(bytes: Uint8Array): Source {
  return {
    getKey: () => 'memory',
    getBytes: (offset, length) => Promise.resolve({ data: bytes.slice(offset, offset + length).buffer }),
  };
}
