/** What a trunk sewer's note says of its place while that is not published: it goes when a line is imported for it. */
export const trunkPlaceWords = {
  schematic: '両端の町を結んだ模式線で、道すじは公表されていない。',
  unplaced: '線形は公表されていない（位置未公表）。',
} as const;
