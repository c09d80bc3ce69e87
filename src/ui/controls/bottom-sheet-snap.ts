/** Heights the bottom sheet rests at, smallest first. */
export const snaps = ['peek', 'half', 'full'] as const;
export type Snap = (typeof snaps)[number];

/** Share of the window's height each rest takes; the peek is set by its content. */
const shares: Readonly<Record<Snap, number>> = { peek: 0.2, half: 0.52, full: 0.92 };

/** The rest nearest to where the finger let go; a flick (pixels a millisecond, up is positive) goes one further. */
export function snapAfterDrag(heightPixels: number, windowPixels: number, flick: number): Snap {
  const share = heightPixels / windowPixels;
  const byDistance = [...snaps].sort((a, b) => Math.abs(shares[a] - share) - Math.abs(shares[b] - share));
  const nearest = byDistance[0] ?? 'half';
  if (Math.abs(flick) < 0.4) return nearest;
  const shift = flick > 0 ? 1 : -1;
  return snaps[Math.min(snaps.length - 1, Math.max(0, snaps.indexOf(nearest) + shift))] ?? nearest;
}

/** What the handle's button does next. */
export function nextSnap(snap: Snap): Snap {
  return snap === 'full' ? 'peek' : snap === 'half' ? 'full' : 'half';
}

export function snapHeight(snap: Snap): string {
  // Full means up to the header, so that nothing of what lies beneath peeps out.
  return snap === 'full' ? 'calc(100dvh - var(--header-height) - 0.25rem)' : `${shares[snap] * 100}dvh`;
}
