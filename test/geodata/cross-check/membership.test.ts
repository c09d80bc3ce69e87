import { describe, expect, it } from 'vitest';
import { membershipLine, type MembershipTables } from '../../../geodata/cross-check/membership.js';

const town = (
  name: string,
  district: string | null,
  confidence: 'high' | 'medium' | 'low',
): MembershipTables['townDistricts'][number] => ({
  ward: '東区',
  town: name,
  district,
  confidence,
  basis: '表',
  page: 9,
});
const doubt: MembershipTables['membershipDoubts'][number] = {
  id: 'valley',
  district: '西部',
  alternatives: ['南部'],
  reason: '谷の名が表にない。',
  reason_en: 'The table does not name the valley.',
  page: 9,
};
const about = (name: string, id = 'valley') => ({ ward: '東区', town: name, doubt: id });
const differs = (name: string, lines: string) => ({ ward: '東区', town: name, table: '西部', lines });
const whole: MembershipTables = {
  townDistricts: [town('一', '西部', 'medium'), town('二', '西部', 'high'), town('三', null, 'low')],
  membershipDoubts: [doubt],
  doubtfulTowns: [about('一')],
};
const line = (change: Partial<MembershipTables>, disagreements: ReturnType<typeof differs>[] = []) =>
  membershipLine({ ...whole, ...change }, disagreements);

describe('no doubt of a town’s district is silent', () => {
  it('where each has its reason and its other districts', () => {
    expect(line({})).toEqual({ ok: true, text: expect.stringContaining('1 of 2 in a district (50.0 %)') });
  });

  it.each<[string, Partial<MembershipTables>, ReturnType<typeof differs>[], string]>([
    [
      'a town of medium confidence without one',
      { doubtfulTowns: [about('二')] },
      [],
      '東区一: no doubt is named',
    ],
    ['a town that the second way gives elsewhere', {}, [differs('二', '南部')], '東区二: no doubt is named'],
    ['a doubt that leaves the second way’s district out', {}, [differs('一', '中部')], 'does not name 中部'],
    ['a doubt of another district', { membershipDoubts: [{ ...doubt, district: '東部' }] }, [], 'is of 東部'],
    ['a town nobody knows', { doubtfulTowns: [about('一'), about('九')] }, [], '東区九: no such town'],
    ['a doubt nobody wrote', { doubtfulTowns: [about('一'), about('二', 'hill')] }, [], 'no doubt hill'],
    ['a doubt about no town', { membershipDoubts: [doubt, { ...doubt, id: 'hill' }] }, [], 'hill: no town'],
    [
      'a district that is its own alternative',
      { membershipDoubts: [{ ...doubt, alternatives: ['南部', '西部'] }] },
      [],
      'no alternative to itself',
    ],
  ])('%s is named', (_what, change, disagreements, said) => {
    const { ok, text } = line(change, disagreements);
    expect(ok).toBe(false);
    expect(text).toContain(said);
  });
});
