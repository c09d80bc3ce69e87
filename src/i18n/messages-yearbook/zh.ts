import type { YearbookMessages } from './ja.js';

/** 中文（简体） */
export const zh: YearbookMessages = {
  title: '与年鉴对照',
  failed: '未能读取年鉴表格。',
  areas: '处理区面积',
  areasLead:
    '本图图形面积与年鉴计划处理面积（表II-2）的对照。差异来自河流、封闭港池、大型公园以及计划范围未公布的部分。',
  district: '处理区',
  planned: '计划（年鉴）',
  drawn: '本图',
  difference: '差',
  sum: '合计',
  facilities: '设施',
  exception: '有位置的设施均位于年鉴所列处理区内。例外：今宿泵站位于长垂山以西（新西部），却送往西部处理区。',
  missing: '位置未公布',
  bring: '导入官方数据后，推定的线和位置将被替换。',
  floods: '历次大雨与内涝',
  floodsLead: '此为观测雨量，并非下水道的建设标准。',
  total: '总雨量',
  hourly: '1小时最大',
  houses: '进水房屋',
  operation: '水处理中心运行情况',
  year: '年度',
  glossary: '术语',
  term: '词语',
  meaning: '含义',
  page: '页',
  housesMoreThan: (p: { houses: string }) => `超过${p.houses}户`,
  units: {
    thousand_m3: '千m³',
    m3: 'm³',
    L: 'L',
    thousand_kWh: '千kWh',
    t: 't',
  },
};
