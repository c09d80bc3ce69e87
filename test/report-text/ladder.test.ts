import { expect, it } from 'vitest';
import { city } from '../../src/catalog/city.js';
import { translate } from '../../src/i18n/translate.js';
import { rainLadder } from '../../src/report-text/ladder.js';
import { sampleReport } from './sample-report.js';

const voice = translate('ja');
const rain = sampleReport().designRainfall!;
const marks = (change: Partial<typeof rain> | null) =>
  rainLadder(city.rainfallLevels, change && { ...rain, ...change }, voice)
    .filter(({ here }) => here !== null)
    .map(({ value, here }) => [value, here]);

it('stands on one axis, weakest first, up to the strongest', () => {
  const rungs = rainLadder(city.rainfallLevels, null, voice);
  const percents = rungs.map(({ percent }) => percent);
  expect(percents).toEqual([...percents].sort((a, b) => a - b));
  expect(percents.at(-1)).toBe(100);
  expect(percents[0]).toBeCloseTo((52.2 / 153) * 100);
});

it('marks target and stage of the place, and only on planned levels', () => {
  expect(marks({})).toEqual([
    ['59.1', 'この場所の段階'],
    ['79.5', 'この場所の目標'],
  ]);
  expect(marks({ targetMmPerHour: 59.1 })).toEqual([['59.1', 'この場所']]);
  expect(marks({ targetMmPerHour: 153 })).toEqual([['59.1', 'この場所の段階']]);
});

it('marks nothing where it is not certain that the level applies', () => {
  expect(marks(null)).toEqual([]);
  expect(marks({ certainty: 'near-edge' })).toEqual([]);
  expect(marks({ sewerArea: 'near-edge' })).toEqual([]);
  expect(marks({ sewerArea: 'outside' })).toEqual([]);
});
