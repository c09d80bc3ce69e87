import { beforeAll, describe, expect, it } from 'vitest';
import { answersWithinAccuracy } from '../../src/app/answers-within-accuracy.js';
import { catalogue } from '../../src/catalog/layers.js';
import { city } from '../../src/catalog/city.js';
import { translate } from '../../src/i18n/translate.js';
import { withinAccuracySentences } from '../../src/report-text/within-accuracy.js';
import { Service } from '../../src/service/service.js';
import { metersEast } from '../report/fixture-city.js';
import { fixtureFiles, reader } from '../service/fixture-files.js';

const service = new Service(city, catalogue);
beforeAll(() => service.load(reader(fixtureFiles())));
const answersAt = (longitude: number, latitude: number, meters: number) =>
  answersWithinAccuracy([longitude, latitude], meters, async (position) => service.report(position));

describe('around a place the device found', () => {
  // The border between the districts runs along 130.4 (fixture-city.ts).
  it('is one district where the circle keeps clear of the edge', async () => {
    const answers = await answersAt(130.4 + metersEast(200), 33.58, 30);
    expect(answers).toMatchObject({ accuracyMeters: 30, districts: ['第二'] });
    expect(withinAccuracySentences(answers, translate('ja'))).toEqual(['現在地の精度は約30 mです。']);
  });

  it('is both where the circle crosses it, that of the centre first', async () => {
    const answers = await answersAt(130.4 + metersEast(20), 33.58, 30);
    expect(answers.districts).toEqual(['第二', '第一']);
    expect(withinAccuracySentences(answers, translate('en'))[1]).toContain('第二, 第一');
  });

  it('tells two design levels apart, lowest first', async () => {
    const answers = await answersAt(130.44 + metersEast(20), 33.58, 60);
    expect(answers.levelsMmPerHour).toEqual([59.1, 79.5]);
    expect(withinAccuracySentences(answers, translate('ja'))).toHaveLength(2);
  });

  it('leaves the sea and other cities out of it', async () => {
    const answers = await answersAt(131.5, 33.58, 30);
    expect(answers).toEqual({ accuracyMeters: 30, districts: [], levelsMmPerHour: [] });
  });
});
