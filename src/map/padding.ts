/** Pixels of the map covered by panels. */
export interface Padding {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

export const noPadding: Padding = { top: 0, right: 0, bottom: 0, left: 0 };

/** Clearance a selected point keeps from the edge of what can be seen (the pin stands 45 px high). */
const clearancePixels = 56;

/** Whether a pixel of the map can be seen beside the panels. */
export function isUncovered(
  pixel: { x: number; y: number },
  size: { width: number; height: number },
  padding: Padding,
): boolean {
  return (
    pixel.x >= padding.left + clearancePixels &&
    pixel.x <= size.width - padding.right - clearancePixels &&
    pixel.y >= padding.top + clearancePixels &&
    pixel.y <= size.height - padding.bottom - clearancePixels
  );
}

/**
 * Padding that leaves at least a third of the map free: a bottom sheet pulled up over the whole map
 * would otherwise turn "the free part" inside out.
 */
export function usablePadding(padding: Padding, size: { width: number; height: number }): Padding {
  const share = (one: number, other: number, length: number) =>
    one + other <= 0 ? 1 : Math.min(1, (length * 2) / 3 / (one + other));
  const across = share(padding.left, padding.right, size.width);
  const down = share(padding.top, padding.bottom, size.height);
  return {
    top: padding.top * down,
    right: padding.right * across,
    bottom: padding.bottom * down,
    left: padding.left * across,
  };
}
