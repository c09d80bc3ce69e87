// Made from src/i18n/locales by `npm run messages`: change those, not this.
import type { NetworkMessages } from './messages.js';

export const messages: NetworkMessages = {
  title: "가장 가까운 하수관거",
  working: "조회 중…",
  distance: (d) => `여기서 약 ${d.meters}m`,
  none: "1km 안에 가져온 관거가 없습니다. 하수도가 없다는 뜻은 아닙니다.",
  name: "관 번호",
  kind: "종별",
  diameter: "관경",
  material: "관종",
  built: "부설",
  kinds: {
    storm: "우수",
    sanitary: "오수",
    combined: "합류",
    channel: "개거",
  },
  unknown: "기재 없음",
  source: (d) => `출처: ${d.source}(${d.date} 기준, 위치 오차 약 ${d.meters}m). 현지 확인을 대신하지 않습니다.`,
  failed: (d) => `관거 데이터를 읽지 못했습니다(${d.reason}). 다른 답에는 영향이 없습니다.`,
  again: "다시 시도",
};
