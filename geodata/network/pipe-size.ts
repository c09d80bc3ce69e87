import type { PipeKind } from '../cities/network-totals.js';

/** Nominal diameters of sewer pipe in use, millimetres (JSWAS A-1). */
const nominal = [
  200, 250, 300, 350, 400, 450, 500, 600, 700, 800, 900, 1000, 1200, 1350, 1500, 1650, 1800, 2000, 2200, 2400,
  2600, 2800, 3000,
];

/** A plausible diameter for the streets upstream; pipes that carry rain are wider. Not a design. */
export function diameterFor(streetsUpstream: number, kind: PipeKind): number {
  const needed = 170 * Math.max(1, streetsUpstream) ** 0.33 * (kind === 'sanitary' ? 1 : 1.7);
  return nominal.find((diameter) => diameter >= needed) ?? (nominal.at(-1) as number);
}

/** Rise over run: wide pipes lie flatter. */
export function gradientFor(diameterMillimeters: number): number {
  return Math.max(0.0008, Math.min(0.005, 0.8 / diameterMillimeters));
}
