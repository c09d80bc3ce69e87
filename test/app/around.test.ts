import { beforeAll, describe, expect, it } from 'vitest';
import { lookAround } from '../../src/app/around.js';
import { catalogue } from '../../src/catalog/layers.js';
import { city } from '../../src/catalog/city.js';
import { translate } from '../../src/i18n/translate.js';
import { locatedSentences } from '../../src/report-text/located.js';
import { Service } from '../../src/service/service.js';
import { metersEast } from '../report/fixture-city.js';
import { fixtureFiles, reader } from '../service/fixture-files.js';

const service = new Service(city, catalogue);
beforeAll(() => service.load(reader(fixtureFiles())));
const look = (longitude: number, latitude: number, meters: number) =>
  lookAround([longitude, latitude], meters, async (position) => service.report(position));

describe('around a place the device found', () => {
  // The border between the districts runs along 130.4 (fixture-city.ts).
  it('is one district where the circle keeps clear of the edge', async () => {
    const around = await look(130.4 + metersEast(200), 33.58, 30);
    expect(around).toMatchObject({ accuracyMeters: 30, districts: ['第二'] });
    expect(locatedSentences(around, translate('ja'))).toEqual(['現在地の精度は約30 mです。']);
  });

  it('is both where the circle crosses it, that of the centre first', async () => {
    const around = await look(130.4 + metersEast(20), 33.58, 30);
    expect(around.districts).toEqual(['第二', '第一']);
    expect(locatedSentences(around, translate('en'))[1]).toContain('第二, 第一');
  });

  it('tells two design levels apart, lowest first', async () => {
    const around = await look(130.44 + metersEast(20), 33.58, 60);
    expect(around.levelsMmPerHour).toEqual([59.1, 79.5]);
    expect(locatedSentences(around, translate('ja'))).toHaveLength(2);
  });

  it('leaves the sea and other cities out of it', async () => {
    const around = await look(131.5, 33.58, 30);
    expect(around).toEqual({ accuracyMeters: 30, districts: [], levelsMmPerHour: [] });
  });
});
