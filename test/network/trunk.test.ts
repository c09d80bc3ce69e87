import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { eraYear, fiscalYearOf, parseEraPeriod, sliderYears } from '../../src/network/fiscal-year.js';
import { normaliseSewerName, matchAlignments } from '../../src/network/match-alignment.js';
import { plansInYear } from '../../src/network/plan-in-year.js';
import { facilityInYear, statusInYear, type SewerTimes } from '../../src/network/status-in-year.js';
import { readTrunkSewers } from '../../src/workbench/trunk/trunk-layer.js';

const layer = (id: string): unknown => JSON.parse(readFileSync(`public/tiles/${id}.geojson`, 'utf8'));
const sewers = readTrunkSewers(layer('trunk-sewers')) ?? [];
const named = (name: string) => sewers.find(({ properties }) => properties.name === name)!.properties;
const over = (sewer: SewerTimes, years: number[]) => years.map((year) => statusInYear(sewer, year).status);

describe('fiscal years', () => {
  it('begin in April and are written with their era', () => {
    expect(fiscalYearOf('2013-03')).toBe(2012);
    expect(fiscalYearOf('2004-04')).toBe(2004);
    expect(fiscalYearOf('2025-10-01')).toBe(2025);
    expect(fiscalYearOf('R6')).toBeNull();
    expect([2004, 2018, 2019, 2043].map(eraYear)).toEqual(['H16', 'H30', 'R1', 'R25']);
    expect(parseEraPeriod('H21–H30')).toEqual({ first: 2009, last: 2018 });
    expect(parseEraPeriod('H21–')).toEqual({ first: 2009, last: null });
    expect(parseEraPeriod('―')).toEqual({ first: null, last: null });
    expect(sliderYears).toEqual({ first: 2004, last: 2043 });
  });
});

describe('status of a sewer by year', () => {
  it('比恵9号幹線 (H16–H24) was built, then serves', () => {
    expect(over(named('比恵9号幹線'), [2003, 2004, 2012, 2013, 2043])).toEqual([
      'before',
      'under-way',
      'under-way',
      'in-service',
      'in-service',
    ]);
  });

  it('中部6号幹線 (R1–R10) is under way and then only due, as an intention', () => {
    const sewer = named('中部6号幹線');
    expect(over(sewer, [2018, 2019, 2028, 2029])).toEqual(['before', 'under-way', 'under-way', 'due']);
    expect(statusInYear(sewer, 2025).intended).toBe(false);
    expect(statusInYear(sewer, 2026).intended).toBe(true);
  });

  it('那珂川幹線 (R6–R25) stays planned: its own progress is not said', () => {
    expect(over(named('那珂川幹線'), [2023, 2024, 2043, 2044])).toEqual([
      'before',
      'planned',
      'planned',
      'due',
    ]);
  });

  it('馬出1号汚水幹線 is made earthquake-proof, not built: in service, with works', () => {
    const sewer = named('馬出1号汚水幹線');
    expect(statusInYear(sewer, 2026)).toEqual({ status: 'in-service', intended: true, works: true });
    expect(statusInYear(sewer, 2010).status).toBe('unknown');
  });

  it('天神幹線 serves today; since when is not said', () => {
    expect(over(named('天神幹線'), [2004, 2025, 2030])).toEqual(['unknown', 'in-service', 'in-service']);
  });

  it('says unknown where the documents are silent', () => {
    expect(over(named('中部5号幹線'), [2004, 2025, 2043])).toEqual(['unknown', 'unknown', 'unknown']);
    expect(facilityInYear('1981-09', 1980)).toBe('before');
    expect(facilityInYear('1981-09', 1981)).toBe('in-service');
    expect(facilityInYear(null, 1981)).toBe('unknown');
  });

  it('goes one way only: nothing in service is ever again under way', () => {
    const rank = { unknown: 0, before: 1, planned: 2, 'under-way': 2, due: 3, 'in-service': 3 };
    for (const { properties } of sewers) {
      let last = 0;
      for (let year = sliderYears.first; year <= sliderYears.last; year++) {
        const now = rank[statusInYear(properties, year).status];
        expect(now).toBeGreaterThanOrEqual(last);
        last = now;
      }
    }
  });
});

describe('plan areas of a year', () => {
  const { features } = layer('rainbow-plan') as {
    features: { properties: Parameters<typeof plansInYear>[0][number] }[];
  };
  const parts = features.map(({ properties }) => properties);
  const in_ = (year: number) =>
    plansInYear(parts, year)
      .map(({ part, state }) => `${part.plan.slice(-2)} ${part.part} ${state}`)
      .sort();

  it('come into force and end as printed', () => {
    expect(in_(2003)).toEqual([]);
    expect(in_(2008)).toEqual(['博多 whole running']);
    expect(in_(2015)).toEqual(['博多 whole over', '天神 phase1 running', '天神 whole open-ended']);
    expect(in_(2025)).toContain('天神 phase2 running');
  });
});

describe('imported alignments', () => {
  const line = (id: number, name: string) => ({
    type: 'Feature' as const,
    id,
    properties: { 路線名: name },
    geometry: {
      type: 'LineString' as const,
      coordinates: [
        [130.4, 33.59],
        [130.41, 33.6],
      ],
    },
  });

  it('match a plan’s sewer by its name, however it is written', () => {
    expect(
      ['中部２号幹線', '中部 第2号幹線', '中部二号幹線', '中部02号幹線'].map(normaliseSewerName),
    ).toEqual(Array(4).fill('中部2号幹線'));
    expect(normaliseSewerName('中部十一号幹線')).toBe('中部11号幹線');
    expect(normaliseSewerName('中部二十号幹線')).toBe('中部20号幹線');
    expect(normaliseSewerName('比恵1号幹線')).not.toBe(normaliseSewerName('比恵11号幹線'));
  });

  it('are taken only when one line claims a sewer', () => {
    const overlay = [
      line(0, '中部２号幹線'),
      line(1, '比恵9号幹線'),
      line(2, '比恵 9 号幹線'),
      line(3, '架空幹線'),
    ];
    const found = matchAlignments(overlay, '路線名', sewers);
    expect(found.matches.map(({ sewerId, feature }) => [sewerId, feature])).toEqual([
      [named('中部2号幹線').id, 0],
    ]);
    expect(found.ambiguous).toEqual([{ sewerId: named('比恵9号幹線').id, features: [1, 2] }]);
    expect(found.unknownNames).toEqual(['架空幹線']);
  });
});

describe('the layer', () => {
  it('is read by its schema, places or not, and refused when it is something else', () => {
    expect(sewers.length).toBeGreaterThan(30);
    expect(sewers.filter(({ geometry }) => geometry === null).length).toBeGreaterThan(20);
    expect(readTrunkSewers({ features: [{ properties: {} }] })).toBeNull();
    expect(readTrunkSewers(null)).toBeNull();
  });
});
