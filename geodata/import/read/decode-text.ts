/** Bytes as text: UTF-8 if they are valid UTF-8, else CP932, the other encoding Japanese offices write. */
export function decodeText(bytes: Uint8Array): { text: string; encoding: 'UTF-8' | 'CP932' } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
  } catch {
    // The label is the web's name for Windows code page 932.
    return { text: new TextDecoder('shift_jis').decode(bytes), encoding: 'CP932' };
  }
}
