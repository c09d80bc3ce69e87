/**
 * Tells this page's other tabs that something kept has changed, and hears it from them. Only a hint: what was kept is
 * compared in the store itself, and a tab that heard nothing (frozen, or a browser without BroadcastChannel) looks
 * again when it comes to the front.
 * @param onchange asked to look at the store; called more often than something changed
 */
export function listenToOtherTabs(
  name: string,
  onchange: () => void,
  page: Window = window,
): { tell: () => void; stop: () => void } {
  const channel = openChannel(name);
  const look = () => {
    if (page.document.visibilityState === 'visible') onchange();
  };
  if (channel) channel.onmessage = () => onchange();
  page.addEventListener('pageshow', look);
  page.addEventListener('focus', look);
  page.document.addEventListener('visibilitychange', look);
  return {
    tell: () => {
      try {
        channel?.postMessage(null);
      } catch {
        // Closed by the browser: the others look when they come to the front.
      }
    },
    stop: () => {
      channel?.close();
      page.removeEventListener('pageshow', look);
      page.removeEventListener('focus', look);
      page.document.removeEventListener('visibilitychange', look);
    },
  };
}

function openChannel(name: string): BroadcastChannel | null {
  try {
    return new BroadcastChannel(name);
  } catch {
    return null;
  }
}
