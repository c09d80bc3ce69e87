/**
 * Moves the focus after another page was shown: to its heading, unless something in it was given the
 * focus on purpose. Without this a screen reader is left on a button that is gone.
 */
export function focusMainHeading(main: HTMLElement): void {
  const { activeElement } = main.ownerDocument;
  if (activeElement !== main && main.contains(activeElement) && activeElement && isVisible(activeElement))
    return;
  const headings = [...main.querySelectorAll<HTMLElement>('#report-title, h1')].filter((each) =>
    isVisible(each),
  );
  const target = headings.find(({ id }) => id === 'report-title') ?? headings[0] ?? main;
  if (!target.hasAttribute('tabindex')) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}

/** `checkVisibility` is younger than the oldest Safari; what is drawn has boxes there. */
function isVisible(element: Element): boolean {
  return element.checkVisibility?.() ?? element.getClientRects().length > 0;
}
