/**
 * Which scene is being read: the last one whose top has passed a line at `share` of the height in view.
 * @param tops distance of each scene's top from the top of the view, in pixels, in order
 */
export function sceneAt(tops: readonly number[], viewHeight: number, share = 0.6): number {
  const line = viewHeight * share;
  let scene = 0;
  tops.forEach((top, index) => {
    if (top <= line) scene = index;
  });
  return scene;
}

/** Scene a key leads to, or null when the key is none of the story's. */
export function sceneForKey(key: string, scene: number, total: number): number | null {
  const last = total - 1;
  switch (key) {
    case 'ArrowDown':
    case 'PageDown':
      return Math.min(last, scene + 1);
    case 'ArrowUp':
    case 'PageUp':
      return Math.max(0, scene - 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
