import type { YearbookMessages } from './ja.js';

/** 한국어 */
export const ko: YearbookMessages = {
  title: '연보와 비교',
  failed: '연보의 표를 읽지 못했습니다.',
  areas: '처리구 면적',
  areasLead:
    '이 지도 도형의 면적과 연보의 계획 처리 면적(표 II-2)입니다. 하천, 닫힌 항만, 큰 공원, 계획 범위가 공표되지 않은 부분만큼 다릅니다.',
  district: '처리구',
  planned: '계획(연보)',
  drawn: '이 지도',
  difference: '차이',
  sum: '합계',
  facilities: '시설',
  exception:
    '위치를 아는 시설은 연보에 적힌 처리구 안에 있습니다. 예외는 이마주쿠 펌프장으로, 나가타레산 서쪽(신세이부)에서 세이부 처리구로 보냅니다.',
  missing: '위치 미공표',
  bring: '공식 데이터를 가져오면 추정한 선과 위치가 바뀝니다.',
  floods: '과거의 호우와 침수',
  floodsLead: '관측된 비입니다. 하수도 정비 수준이 아닙니다.',
  total: '총 강우량',
  hourly: '1시간 최대',
  houses: '침수 가옥',
  operation: '물처리센터 운전 실적',
  fiscalYear: (p: { year: number }) => `${p.year}년도`,
  effluent: '방류수 수질(연평균, pH는 최소~최대)',
  item: '항목',
  limit: '배출 기준',
  below: '정량 하한 미만',
  line: (p: { series: string }) => `${p.series}계열`,
  glossary: '용어',
  term: '말',
  meaning: '뜻',
  page: '쪽',
  housesMoreThan: (p: { houses: string }) => `${p.houses}호 초과`,
  units: {
    thousand_m3: '천 m³',
    m3: 'm³',
    L: 'L',
    thousand_kWh: '천 kWh',
    t: 't',
  },
};
