import type { NetworkMessages } from './ja.js';

/** 中文 */
export const zh: NetworkMessages = {
  title: '最近的下水管道',
  working: '正在查询…',
  distance: (p) => `距此约${p.meters}米`,
  none: '1公里内没有已导入的管道。这并不表示没有下水道。',
  name: '管号',
  kind: '类别',
  diameter: '管径',
  material: '管材',
  built: '敷设',
  kinds: { storm: '雨水', sanitary: '污水', combined: '合流', channel: '明渠' },
  unknown: '未载明',
  source: (p) => `来源：${p.source}（截至${p.date}，位置误差约${p.meters}米）。不能代替现场确认。`,
  failed: (p) => `无法读取管道数据（${p.reason}）。其他答案不受影响。`,
  again: '重试',
};
