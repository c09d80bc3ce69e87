import type { Position } from '../../../../src/geometry/position.js';
import type { LineId } from './lines.js';
import { sideOf } from '../../../cross-check/side.js';

export interface Dividers {
  lines: Readonly<Record<LineId, readonly Position[]>>;
  /** Rivers downstream, first point upstream. */
  mikasa: readonly Position[];
  hii: readonly Position[];
  kanakuzu: readonly Position[];
}

/**
 * Treatment district of a position by rivers and ridges alone (表II-2, p. 9), without the town table:
 * the independent cross-check of the table. Says nothing of whether sewers are planned there.
 */
export function districtByLines({ lines, mikasa, hii, kanakuzu }: Dividers, position: Position): string {
  const [longitude, latitude] = position;
  // West of 長垂山, the bay's western shore and 今津 included.
  if (sideOf(lines.nagatare, position) === 'right' && longitude < 130.29) return '新西部';
  // 海の中道 and 志賀島 lie north of the bay.
  if (latitude > 33.64 && longitude < 130.41 && sideOf(lines['umi-no-nakamichi'], position) === 'right')
    return '西戸崎';
  const eastOfMikasa = sideOf(mikasa, position) === 'right';
  if (eastOfMikasa || latitude > 33.62) {
    if (latitude > 33.6 && longitude > 130.39) {
      return sideOf(lines.kasumigaoka, position) === 'left' ? '和白' : '東部';
    }
    if (longitude > 130.4) return sideOf(lines['airport-south'], position) === 'left' ? '東部' : '南部';
  }
  if (sideOf(hii, position) === 'left') {
    // 樋井川以西, save 草ヶ江 and 西新 between 金屑川 and 樋井川.
    const eastOfKanakuzu = sideOf(kanakuzu, position) === 'right';
    return eastOfKanakuzu && sideOf(lines['nishijin-south'], position) === 'left' ? '中部' : '西部';
  }
  return sideOf(lines['nanbu-north'], position) === 'left' ? '南部' : '中部';
}
