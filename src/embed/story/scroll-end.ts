/** How long a page that tells no end of scrolling has to stand still. */
const restMilliseconds = 150;

/**
 * Calls when scrolling has come to rest. Safari and Chrome 109 have no `scrollend`: there, when nothing has moved for a
 * moment.
 * @returns stops it
 */
export function followScrollEnd(page: Window, settled: () => void): () => void {
  if ('onscrollend' in page) {
    page.addEventListener('scrollend', settled);
    return () => page.removeEventListener('scrollend', settled);
  }
  let rest: ReturnType<typeof setTimeout> | undefined;
  const moved = () => {
    clearTimeout(rest);
    rest = setTimeout(settled, restMilliseconds);
  };
  // What is in the types is not in every browser.
  const older = page as Window;
  older.addEventListener('scroll', moved, { passive: true });
  return () => {
    clearTimeout(rest);
    older.removeEventListener('scroll', moved);
  };
}
