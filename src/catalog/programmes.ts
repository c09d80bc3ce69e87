import { yearbook } from './pack.js';
import type { Citation } from './provenance.js';

/**
 * Where a programme of the city applies, as far as the layers can tell.
 * - `city`: everywhere in it
 * - `outside-districts`: only where no public sewer is planned
 * - `separation-area`: only where combined sewers are being separated
 * - `unmapped`: its area is published, but not as anything this map holds
 */
export type ProgrammeRule = 'city' | 'outside-districts' | 'separation-area' | 'unmapped';

export interface Programme {
  id: string;
  rule: ProgrammeRule;
  source: Citation;
}

export const programmes: readonly Programme[] = [
  // 雨水貯留タンク: 市内の戸建て住宅、共同住宅、事業所など
  { id: 'rain-tank', rule: 'city', source: { document: yearbook, page: 59 } },
  // 雨水浸透施設: 市街化区域内の建築物の敷地. That line is not on this map.
  { id: 'rain-infiltration', rule: 'unmapped', source: { document: yearbook, page: 59 } },
  // 合流式の分流化: 博多駅周辺 (about 300 ha) and 天神周辺 (about 173 ha)
  { id: 'sewer-separation', rule: 'separation-area', source: { document: yearbook, page: 57 } },
  // 合併処理浄化槽設置助成: 公共下水道事業計画区域と農業・漁業集落排水処理区域を除く市内
  { id: 'septic-tank', rule: 'outside-districts', source: { document: yearbook, page: 71 } },
];
