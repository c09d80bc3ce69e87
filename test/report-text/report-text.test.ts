import { describe, expect, it } from 'vitest';
import { locales } from '../../src/i18n/locale.js';
import { translate } from '../../src/i18n/translate.js';
import { reportAnnouncement, reportAsPlainText } from '../../src/report-text/plain-text.js';
import { reportText } from '../../src/report-text/report-text.js';
import type { SiteReport } from '../../src/report/site-report-types.js';
import { sampleReport, tenjinZone } from './sample-report.js';

const ja = translate('ja');
const text = (change: Partial<SiteReport> = {}, translation = ja) =>
  reportText(sampleReport(change), translation, (layer) => `[${layer}]`);
const section = (id: string, change: Partial<SiteReport> = {}) =>
  text(change).sections.filter((one) => one.id === id);

describe('the name of the town', () => {
  const place = sampleReport().town!;
  const notes = (town: Partial<SiteReport['town']>) => text({ town: { ...place, ...town } }).placeNotes;
  const near = { alternatives: ['天神二丁目'], alternativesEn: ['Tenjin 2-chome'] };

  it.each([
    ['cell', {}, ['町の名前は、いちばん近い町の代表点から推定しました。']],
    ['cell', near, ['町の名前は推定です。境界の近くなので、天神二丁目かもしれません。']],
    ['divided', {}, ['町の名前は、国勢調査の町を街区の点で分けて推定しました。']],
    ['divided', near, ['町の境の近くなので、天神二丁目かもしれません。']],
    ['census', near, ['町の境の近くなので、天神二丁目かもしれません。']],
    ['official', near, ['町の境の近くなので、天神二丁目かもしれません。']],
    ['census', {}, []],
    ['official', {}, []],
  ] as const)('says of %s %o what is unsure', (how, others, due) => {
    const base = { alternatives: [], alternativesEn: [] };
    expect(notes({ ...base, ...others, how } as Partial<SiteReport['town']>)).toEqual(due);
  });
});

describe('headline', () => {
  it('gives target and stage as two labelled numbers when they differ', () => {
    expect(text().headline?.rain.numbers).toEqual([
      { label: '計画の目標', value: '79.5', unit: 'mm/時間' },
      { label: 'いまの段階', value: '59.1', unit: 'mm/時間' },
    ]);
  });

  it('gives one number when they agree', () => {
    const rain = sampleReport().designRainfall!;
    const { numbers, state } = text({
      designRainfall: { ...rain, targetMmPerHour: 59.1, plan: null, planEn: null, part: null, period: null },
    }).headline!.rain;
    expect(numbers).toEqual([{ label: '雨水整備水準（計画）', value: '59.1', unit: 'mm/時間' }]);
    expect(state).toBe('decided');
  });

  it('does not decide near an edge, and names the candidates', () => {
    const treatment = sampleReport().treatment!;
    const { centre } = text({
      treatment: { ...treatment, certainty: 'near-edge', edgeMeters: 40, alternatives: ['南部', null] },
    }).headline!;
    expect(centre.text).toBe('境界付近のため判定できません');
    expect(centre.candidates).toEqual(['中部処理区', '南部処理区', '処理区の外']);
    expect(centre.sentence).toContain('約40 m');
    expect(centre.text).not.toContain('中部水処理センター');
  });

  it('keeps only what is certain near the edge of a plan', () => {
    const rain = sampleReport().designRainfall!;
    const near = { ...rain, certainty: 'near-edge' as const, edgeMeters: 20, alternatives: [null] };
    const decided = text({ designRainfall: near }).headline!.rain;
    expect(decided.numbers.map(({ value }) => value)).toEqual(['59.1']);
    expect(decided.candidates).toEqual(['雨水整備レインボープラン天神', '計画の外（市全体の水準）']);
    // Were the stage inside another than outside, no number would be certain.
    const undecided = text({ designRainfall: { ...near, stageMmPerHour: 65 } }).headline!.rain;
    expect(undecided.numbers).toEqual([]);
  });

  it('gives no level where no sewer is planned', () => {
    const { treatment, designRainfall } = sampleReport();
    const { headline } = text({
      treatment: { ...treatment!, district: null, centre: null, certainty: 'outside', sewerSystem: null },
      designRainfall: { ...designRainfall!, sewerArea: 'outside', certainty: 'outside' },
    });
    expect(headline?.centre).toMatchObject({ state: 'outside', text: '担当なし' });
    expect(headline?.rain).toMatchObject({ state: 'outside', numbers: [], text: '適用なし' });
  });

  it('says "unknown" for a missing layer instead of guessing', () => {
    const { headline, missing } = text({
      treatment: null,
      unavailable: [{ unavailable: true, layer: 'treatment-districts', reason: 'missing' }],
    });
    expect(headline?.centre.state).toBe('missing');
    expect(missing).toEqual([
      '「[treatment-districts]」のデータを読めなかったため、この部分はわかりません。',
    ]);
  });
});

describe('sections', () => {
  it('mark the scenario as another kind of number, and depth as unknown', () => {
    const [zone] = section('inundation', { inundation: [tenjinZone] });
    const scenario = zone!.facts.find(({ kind }) => kind === 'scenario');
    expect(scenario?.value).toBe('153 mm/時間');
    expect(zone!.facts.find(({ label }) => label === '浸水の深さ')?.value).toContain('不明');
    expect(zone!.sentences.join('')).toContain('下水道が備える水準ではありません');
    expect(zone!.sources).toEqual(['福岡市の下水道 令和7年度版 25ページ（2025年（令和7年）10月1日時点）']);
  });

  it('never call a place outside the zones safe, and say nothing when the layer is missing', () => {
    expect(section('inundation')[0]!.sentences.join('')).toContain('外でも浸水することはあります');
    const unavailable = [{ unavailable: true as const, layer: 'inundation-zones', reason: 'http-404' }];
    expect(section('inundation', { unavailable })).toEqual([]);
  });

  it('say that works cover a part of a priority district', () => {
    const district = {
      id: 'p',
      name: '唐原',
      nameEn: 'Tounoharu',
      ward: '東区',
      plan: '雨水整備Doプラン2026',
      designMmPerHour: 59.1,
      period: 'R1–R8',
      certainty: 'clear' as const,
      inside: true,
      edgeMeters: 300,
      accuracyMeters: 200,
      method: 'constructed',
      asOf: '2025-10-01',
      source: { document: '福岡市の下水道 令和7年度版', page: 21 },
    };
    expect(section('priority', { priorityDistrict: district })[0]!.sentences[0]).toContain('町の一部');
    const near = section('priority', {
      priorityCandidates: [{ ...district, certainty: 'near-edge', inside: false }],
    });
    expect(near[0]!.warning).toContain('判定できません');
  });

  it('say once that the border between two districts is not published, not that it is near', () => {
    const [one, other] = ['原田(1)', '原田(2)'].map((name, at) => ({
      id: `priority-${at}`,
      name,
      nameEn: name.replace('原田', 'Harada '),
      ward: '東区',
      plan: '雨水整備Doプラン2026',
      designMmPerHour: 59.1,
      period: 'R1–R8',
      certainty: 'near-edge' as const,
      inside: true,
      edgeMeters: 300,
      accuracyMeters: 200,
      method: 'constructed',
      asOf: '2025-10-01',
      source: { document: '福岡市の下水道 令和7年度版', page: 21 },
    }));
    const near = { ...other!, name: '松島', nameEn: 'Matsushima', inside: false };
    const change = { priorityDistrict: one!, priorityCandidates: [other!, near] };
    for (const locale of locales) {
      const translation = translate(locale);
      const sections = text(change, translation).sections.filter(({ id }) => id === 'priority');
      const [first, second] = sections.map(({ warning }) => warning);
      expect(sections).toHaveLength(2);
      for (const { name, nameEn } of [one!, other!]) {
        expect(first).toContain(translation.name(name, nameEn));
        expect(sections[0]!.facts[0]!.value).toContain(translation.name(name, nameEn));
      }
      expect(second).toBe(translation.t.report.priorityEdge);
      // Figures of their own are not put together.
      const higher = { ...other!, designMmPerHour: 79.5 };
      const apart = text({ ...change, priorityCandidates: [higher] }, translation);
      expect(apart.sections.filter(({ id }) => id === 'priority').map(({ warning }) => warning)).toEqual([
        first,
        first,
      ]);
    }
  });

  it('give direction and distance, unless the place itself is less certain than the distance', () => {
    const item = {
      layer: 'shelters',
      id: 's',
      name: '公民館',
      nameEn: 'Hall',
      meters: 630,
      bearingDegrees: 271,
      accuracyMeters: 30,
      position: [130.4, 33.5] as const,
      certainty: 'clear' as const,
      source: { document: 'd', page: null },
    };
    const nearest = {
      shelters: [item],
      pumpStations: [{ ...item, certainty: 'near-edge' as const }],
      sewers: [],
      ponds: [],
    };
    const values = section('nearest', { nearest })[0]!.facts.map(({ value }) => value);
    expect(values[0]).toBe('公民館（西へ約630 m）');
    expect(values[1]).toContain('方角と距離は不明');
  });
});

describe.each(locales)('in %s', (locale) => {
  const translation = translate(locale);
  const whole = text({ inundation: [tenjinZone] }, translation);

  it('the copied text holds answer, figures, sources, limits, version and link', () => {
    const copied = reportAsPlainText(whole, translation, 'https://example.org/#/?p=1,2');
    for (const part of ['79.5', '59.1', '153', '0123456789ab', 'https://example.org/#/?p=1,2'])
      expect(copied).toContain(part);
    for (const limit of translation.t.limits) expect(copied).toContain(limit);
    expect(copied).not.toMatch(/undefined|null|NaN|\[object/);
    expect(copied).not.toMatch(/\n{3}/);
  });

  it('the announcement is place, centre and levels, no more', () => {
    const spoken = reportAnnouncement(whole, translation);
    expect(spoken).toContain(translation.name('中部水処理センター', 'Chubu Water Treatment Center'));
    expect(spoken).toContain('79.5');
    expect(spoken).not.toContain('153');
    expect(spoken.length).toBeLessThan(220);
  });
});

it('outside the city there is no headline, only where to go on', () => {
  const sea = text({ inCity: false, ward: null, town: null, treatment: null, designRainfall: null });
  expect(sea).toMatchObject({ place: '福岡市の陸地の外です', headline: null, sections: [] });
  expect(reportAnnouncement(sea, ja)).toContain('市内の場所を選んでください');
});

it('an unsure name of the place says so', () => {
  const { town } = sampleReport();
  const notes = text({
    town: { ...town!, alternatives: ['天神二丁目'], certainty: 'near-edge' },
    wardAlternatives: ['博多区'],
    inCityCertainty: 'near-edge',
  }).placeNotes.join('');
  expect(notes).toContain('天神二丁目');
  expect(notes).toContain('博多区');
  expect(notes).toContain('海岸線');
});
