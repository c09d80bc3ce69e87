// Made from src/i18n/locales by `npm run messages`: change those, not this.
import type { NetworkMessages } from './messages.js';

export const messages: NetworkMessages = {
  title: "最近的下水管道",
  working: "正在查询…",
  distance: (d) => `距此约${d.meters}米`,
  none: "1公里内没有已导入的管道。这并不表示没有下水道。",
  name: "管号",
  kind: "类别",
  diameter: "管径",
  material: "管材",
  built: "敷设",
  kinds: {
    storm: "雨水",
    sanitary: "污水",
    combined: "合流",
    channel: "明渠",
  },
  unknown: "未载明",
  source: (d) => `来源：${d.source}（截至${d.date}，位置误差约${d.meters}米）。不能代替现场确认。`,
  failed: (d) => `无法读取管道数据（${d.reason}）。其他答案不受影响。`,
  again: "重试",
};
