/** A map is comfortable at this share of its width, between these heights (pixels). */
const share = 0.62;
const [lowest, highest] = [208, 420];

/**
 * Height in pixels at which everything shows and the map is comfortable; null where the page scrolls by nature
 * (stories, the maker). It depends on the width only: a frame that takes this height is not asked for another.
 */
export function preferredHeight(document: Document): number | null {
  const body = document.querySelector<HTMLElement>('.mizumichi .body');
  const map = body?.querySelector<HTMLElement>('.map');
  const words = body?.querySelector<HTMLElement>('.words');
  if (!body || !map || !words) return null;
  const comfortable = Math.min(highest, Math.max(lowest, map.clientWidth * share));
  const beside = map.offsetTop === words.offsetTop;
  const needed = beside ? Math.max(comfortable, contentHeight(words)) : comfortable;
  return Math.ceil(body.scrollHeight - map.offsetHeight + needed);
}

function contentHeight(element: HTMLElement): number {
  return [...element.children].reduce((sum, child) => sum + (child as HTMLElement).offsetHeight, 0);
}
