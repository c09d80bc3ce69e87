import { expect, it } from 'vitest';
import { messages as ja } from '../../src/i18n/generated/page/ja.js';
import { translate } from '../../src/i18n/translate.js';
import { riverFloodSections } from '../../src/report-text/inundation.js';
import { sampleReport } from './sample-report.js';

it('says what a river would do as another scenario, with depth, source and doubt', () => {
  const translation = translate('ja');
  expect(riverFloodSections(sampleReport(), translation)).toEqual([]);
  const area = {
    ...{ id: 'a31-1', area: '洪水浸水想定区域', areaEn: 'River flood', river: '那珂川' },
    scenario: 'assumed-maximum' as const,
    depth: { minMeters: 3, maxMeters: 5, from: 'A31' },
    ...{ certainty: 'near-edge' as const, inside: true, edgeMeters: 10, accuracyMeters: 25 },
    ...{ method: 'official', asOf: '2024-04-01', source: { document: '国土数値情報', page: null } },
  };
  const [section] = riverFloodSections(sampleReport({ riverFlood: [area] }), translation);
  expect(section).toMatchObject({
    id: 'river-flood',
    title: '洪水浸水想定区域（取り込んだデータ）',
    warning: ja.report.inundationEdge,
  });
  expect(section?.facts.map(({ label, value }) => [label, value])).toEqual([
    ['河川', '那珂川'],
    ['想定', '想定最大規模'],
    [ja.report.labels.depth, '3 m〜5 m'],
  ]);
  expect(section?.sentences.join('')).toContain('別の想定');
});
