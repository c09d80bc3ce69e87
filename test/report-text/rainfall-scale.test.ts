import { expect, it } from 'vitest';
import { city } from '../../src/catalog/city.js';
import { translate } from '../../src/i18n/translate.js';
import { rainfallScale } from '../../src/report-text/rainfall-scale.js';
import { sampleReport } from './sample-report.js';

const translation = translate('ja');
const rain = sampleReport().designRainfall!;
const marks = (change: Partial<typeof rain> | null) =>
  rainfallScale(city.rainfallLevels, change && { ...rain, ...change }, translation)
    .filter(({ here }) => here !== null)
    .map(({ value, here }) => [value, here]);

it('stands on one axis, weakest first, up to the strongest', () => {
  const rainfallSteps = rainfallScale(city.rainfallLevels, null, translation);
  const percents = rainfallSteps.map(({ percent }) => percent);
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
