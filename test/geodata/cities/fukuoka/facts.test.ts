import { describe, expect, it } from 'vitest';
import { readTable } from '../../../../geodata/cities/fukuoka/tables/tables.js';

describe('rainfall levels are four kinds of number', () => {
  const levels = readTable('rainfall-levels');

  it('each on its page of the yearbook', () => {
    const told = levels.map((row) => [row.mm_per_hour, row.kind, row.page]);
    expect(told).toContainEqual([52.2, 'design-past', 10]);
    expect(told).toContainEqual([59.1, 'design', 10]);
    expect(told).toContainEqual([79.5, 'design-target', 22]);
    expect(told).toContainEqual([79.5, 'observation', 83]);
    expect(told).toContainEqual([104, 'observation', 84]);
    expect(told).toContainEqual([116, 'observation', 85]);
    expect(told).toContainEqual([153, 'scenario', 25]);
  });

  it('a return period only where the yearbook gives one', () => {
    const periods = new Map(levels.map((row) => [`${row.mm_per_hour} ${row.kind}`, row.return_period_years]));
    expect(periods.get('52.2 design-past')).toBe(5);
    expect(periods.get('59.1 design')).toBe(10);
    expect(periods.get('153 scenario')).toBe(1000);
    expect(periods.get('79.5 design-target')).toBeNull();
    for (const row of levels.filter((level) => level.kind === 'observation'))
      expect(row.return_period_years).toBeNull();
  });
});

describe('Rainbow Plans', () => {
  it('tell the target from the stage being built', () => {
    for (const row of readTable('rainbow-plan')) {
      expect(row.target_mm_per_hour).toBe(79.5);
      expect(row.stage_mm_per_hour).toBe(59.1);
    }
  });

  it('Hakata states no area', () => {
    const hakata = readTable('rainbow-plan').find((row) => row.plan.endsWith('博多'));
    expect(hakata?.area_ha).toBeNull();
  });
});

describe('trunk sewers carry only what is printed', () => {
  const sewers = readTable('trunk-sewers');

  it('start and end for the two water-level sewers only, the same as in their own table', () => {
    const placed = sewers.filter((row) => row.start_place !== null || row.end_place !== null);
    expect(
      placed.map(({ name, start_place, end_place }) => ({ sewer: name, start_place, end_place })),
    ).toEqual(
      readTable('water-level-sewers').map(({ sewer, start_place, end_place }) => ({
        sewer,
        start_place,
        end_place,
      })),
    );
  });

  it('diameter and length for the three sewers of the rebuilding plan only', () => {
    const measured = sewers.filter((row) => row.diameter_mm !== null || row.length_m !== null);
    expect(measured.map((row) => [row.name, row.diameter_mm, row.length_m])).toEqual([
      ['那珂川遮集幹線', 2000, 1900],
      ['那珂川幹線', 3500, 1900],
      ['第四遮集幹線', 2600, 3800],
    ]);
  });

  it('open 4～15号 as far as the text goes', () => {
    const numbers = sewers.flatMap((row) => /^中部(\d+)号幹線$/.exec(row.name)?.[1] ?? []).map(Number);
    expect(numbers).toEqual([2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);
  });
});

describe('treatment centres', () => {
  const centres = readTable('treatment-centres');

  it('one for each district, the prefecture running 御笠川 only', () => {
    const districts = readTable('treatment-districts').map((row) => row.district);
    expect(centres.map((row) => row.district).sort()).toEqual([...districts].sort());
    const byPrefecture = centres.filter((row) => row.operator === '福岡県');
    expect(byPrefecture.map((row) => [row.name, row.district])).toEqual([['御笠川浄化センター', '南部']]);
  });

  it('中部 is the largest', () => {
    const chubu = centres.find((row) => row.district === '中部');
    expect(chubu).toMatchObject({
      capacity_m3_per_day: 300_000,
      started: '1966-07-01',
      treated_area_ha: 2715,
    });
  });
});

describe('pumping stations', () => {
  const stations = readTable('pump-stations-planned');

  it('purpose follows from the two capacities', () => {
    for (const row of stations) {
      const sanitary = row.sanitary_m3_per_min !== null;
      const storm = row.storm_m3_per_min !== null;
      expect(row.purpose).toBe(sanitary && storm ? 'both' : sanitary ? 'sanitary' : 'storm');
      expect(row.discharges_to === null).toBe(!storm);
    }
  });

  it('向島 counts once, with both its systems among the pumps', () => {
    const pumps = readTable('pump-stations-planned-units').filter((row) => row.station === '向島');
    expect(pumps.map((row) => row.system)).toEqual(['A', 'A', 'B']);
  });

  it('a lost count is null, never a guess', () => {
    for (const row of readTable('pump-stations-planned-units'))
      expect(row.count_now === null).toBe(row.count_basis === 'unresolved');
  });
});

it('romanised names are plain ASCII', () => {
  const names = [
    ...readTable('treatment-districts'),
    ...readTable('treatment-centres'),
    ...readTable('pump-stations-planned'),
    ...readTable('pump-stations-exempt'),
    ...readTable('pump-stations-manhole'),
    ...readTable('ponds'),
    ...readTable('priority-districts'),
    ...readTable('trunk-sewers'),
  ].map((row) => row.name_en);
  for (const name of names) expect(name).toMatch(/^[\x20-\x7e]+$/);
});

it('the chronology runs forward from page 77 to 89 and covers every page', () => {
  const pages = readTable('chronology').map((row) => row.page);
  expect([...pages].sort((a, b) => a - b)).toEqual(pages);
  expect(new Set(pages).size).toBe(13);
});

it('glossary definitions are short and in both languages', () => {
  for (const row of readTable('glossary')) {
    expect(row.definition_ja.length).toBeLessThan(90);
    expect(row.definition_en).toMatch(/^[A-Z]/);
  }
});
