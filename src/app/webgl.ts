/** Whether this browser can draw the map at all, asked before 300 kB of map engine are fetched. */
export function hasWebgl(document: Pick<Document, 'createElement'>): boolean {
  try {
    const context = document.createElement('canvas').getContext('webgl2');
    context?.getExtension('WEBGL_lose_context')?.loseContext();
    return context !== null;
  } catch {
    return false;
  }
}
