/**
 * Kinds of ground and the customary range of their runoff coefficient (工種別基礎流出係数, 日本下水道協会
 * 下水道施設計画・設計指針と解説). The city's yearbook gives none: the choice is the engineer's and is printed as such.
 */
export const surfaceKinds = [
  { id: 'roof', range: [0.85, 0.95] },
  { id: 'road', range: [0.8, 0.9] },
  { id: 'paved', range: [0.75, 0.85] },
  { id: 'water', range: [1, 1] },
  { id: 'bare', range: [0.1, 0.3] },
  { id: 'park', range: [0.05, 0.25] },
  { id: 'gentle-hill', range: [0.2, 0.4] },
  { id: 'steep-hill', range: [0.4, 0.6] },
] as const;
export type SurfaceKind = (typeof surfaceKinds)[number]['id'];

/** Middle of the customary range, to start from. */
export function customaryCoefficient(kind: SurfaceKind): number {
  const [low = 0, high = 0] = surfaceKinds.find(({ id }) => id === kind)?.range ?? [];
  return Math.round((low + high) * 50) / 100;
}
