/** Colour sums on `#rrggbb`; what they return is `#rrggbb` again. */
type Rgb = readonly [red: number, green: number, blue: number];

/** Red, green, blue as 0–255. Throws when the text is not `#rrggbb`. */
export function rgb(colour: string): Rgb {
  const [, red, green, blue] = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour) ?? [];
  if (!red || !green || !blue) throw new Error(`"${colour}" is not a colour of the form #rrggbb`);
  return [parseInt(red, 16), parseInt(green, 16), parseInt(blue, 16)];
}

/** What the eye sees when `colour` with `opacity` (0–1) lies over `below`. */
export function over(colour: string, opacity: number, below: string): string {
  const upper = rgb(colour);
  const lower = rgb(below);
  const channel = (index: 0 | 1 | 2) => {
    const value = Math.round(upper[index] * opacity + lower[index] * (1 - opacity));
    return value.toString(16).padStart(2, '0');
  };
  return `#${channel(0)}${channel(1)}${channel(2)}`;
}

/** Relative luminance, 0–1 (WCAG 2.2). */
function luminance(colour: string): number {
  const [red, green, blue] = rgb(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two colours, 1–21 (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/**
 * `colour` moved towards `ink` until it can be read on `paper`; the hue stays as long as it may.
 * @param ratio contrast wanted, e.g. 4.5
 */
export function readable(colour: string, ink: string, paper: string, ratio: number): string {
  for (let share = 0; share < 1; share += 0.05) {
    const candidate = over(ink, share, colour);
    if (contrast(candidate, paper) >= ratio) return candidate;
  }
  return ink;
}
