import { readTable } from './read-table.js';
import { exceptionsLine, sumLine, sumOf, type CheckLine } from '../../../tables/sum-check.js';

/** 表II-2, III-3: the text of p. 9 rounds its own table. */
function districtLines(): CheckLine[] {
  const districts = readTable('treatment-districts');
  const centres = readTable('treatment-centres');
  const area = sumOf(districts, (row) => row.planned_area_ha);
  return [
    sumLine('表II-2 planned area, ha', 18_167, area),
    sumLine('p. 9 text, planned area, ha', 18_160, area, {
      rows: 18_167,
      reason: 'the sentence above the table says 18,160, the table and its rows 18,167',
    }),
    sumLine(
      '表III-3 treated area, ha',
      17_201,
      sumOf(centres, (row) => row.treated_area_ha),
    ),
    sumLine(
      '表III-3 planned treated area, ha',
      17_425,
      sumOf(centres, (row) => row.planned_treated_area_ha),
    ),
    sumLine(
      '表III-3 capacity, m³/day',
      1_000_000,
      sumOf(centres, (row) => row.capacity_m3_per_day),
    ),
    sumLine(
      '表III-3 planned capacity, m³/day',
      985_800,
      sumOf(centres, (row) => row.planned_capacity_m3_per_day),
    ),
    sumLine(
      '表III-3 population',
      1_655_940,
      sumOf(centres, (row) => row.population),
    ),
  ];
}

const stationsByDistrict = { 西戸崎: 3, 和白: 3, 東部: 18, 南部: 4, 中部: 17, 西部: 11, 新西部: 1 } as const;

/** 表III-4: functions, capacities, and the pumps against the station they stand in. */
function plannedStationLines(): CheckLine[] {
  const stations = readTable('pump-stations-planned');
  const units = readTable('pump-stations-planned-units');
  const sanitary = stations.filter((row) => row.sanitary_m3_per_min !== null);
  const storm = stations.filter((row) => row.storm_m3_per_min !== null);
  const wrongDistricts = Object.entries(stationsByDistrict)
    .filter(([name, count]) => stations.filter((row) => row.district === name).length !== count)
    .map(([name]) => name);
  const functions = [
    ...sanitary.map((row) => ({ ...row, pump: 'sanitary', printed: row.sanitary_m3_per_min ?? 0 })),
    ...storm.map((row) => ({ ...row, pump: 'storm', printed: row.storm_m3_per_min ?? 0 })),
  ];
  const unequal = functions.filter(({ name, pump, printed }) => {
    const pumps = units.filter((unit) => unit.station === name && unit.pump === pump);
    const total = sumOf(pumps, (unit) => unit.unit_capacity_m3_per_min * (unit.count_now ?? 0));
    return pumps.length === 0 || Math.abs(total - printed) > 0.05;
  });
  const sanitaryUnits = units.filter((unit) => unit.pump === 'sanitary');
  return [
    sumLine('表III-4 stations', 57, stations.length),
    exceptionsLine('表III-4 stations by district', 7, wrongDistricts),
    sumLine('表III-4 sanitary functions', 16, sanitary.length),
    sumLine('表III-4 storm functions', 48, storm.length),
    sumLine(
      '表III-4 sanitary capacity, m³/min',
      981.25,
      sumOf(sanitary, (row) => row.sanitary_m3_per_min),
      {
        rows: 980.47,
        reason: 'no row accounts for the missing 0.78; each row is as printed and agrees with its pumps',
      },
    ),
    sumLine(
      '表III-4 storm capacity, m³/min',
      28_262,
      sumOf(storm, (row) => row.storm_m3_per_min),
    ),
    sumLine(
      '表III-4 planned sanitary capacity, m³/min',
      983.75,
      sumOf(sanitaryUnits, (unit) => unit.unit_capacity_m3_per_min * (unit.count_planned ?? 0)),
      { rows: 982.95, reason: 'the 0.78 above and 今宿 printed as 59.5 where its pumps give 59.48' },
    ),
    exceptionsLine(
      '表III-4 pumps × capacity against each station',
      functions.length,
      unequal.map((row) => row.name),
      ['草ヶ江', '藤崎', '梅光園', '姪の浜'],
      'the text lost pump rows or counts here, so the planned storm total 27,985.80 cannot be recomputed either',
    ),
  ];
}

function smallStationLines(): CheckLine[] {
  const exempt = readTable('pump-stations-exempt');
  const manhole = readTable('pump-stations-manhole');
  return [
    sumLine('表III-5 tanks and ponds', 5, readTable('ponds').length),
    sumLine('表III-6 stations', 12, exempt.length),
    sumLine(
      '表III-6 capacity, m³/min',
      338,
      sumOf(exempt, (row) => row.capacity_m3_per_min),
    ),
    sumLine('表III-7 stations', 61, manhole.length),
    sumLine(
      '表III-7 capacity, m³/min',
      29.796,
      sumOf(manhole, (row) => row.capacity_m3_per_min),
    ),
    sumLine(
      'sludge plant, m³/day',
      60,
      sumOf(readTable('sewer-sludge-centre'), (row) => row.capacity_m3_per_day),
    ),
  ];
}

function sewerLines(): CheckLine[] {
  const lengths = readTable('sewer-lengths');
  const part = (whole: string) => lengths.filter((row) => row.part_of === whole);
  const kinds = ['合流管渠', '汚水管渠', '雨水管渠'];
  const closed = lengths.filter((row) => kinds.includes(row.item));
  return [
    sumLine(
      'p. 54 sewers and channels, km',
      7_311,
      sumOf(part('下水管渠の延長'), (row) => row.value),
    ),
    sumLine(
      'p. 54 closed sewers, km',
      5_063,
      sumOf(closed, (row) => row.value),
    ),
    sumLine(
      'p. 54 share of three pipe kinds, %',
      86,
      sumOf(part('暗渠の管種'), (row) => row.share_percent),
    ),
  ];
}

/** p. 104; the south district is Fukuoka's part of this system. */
function riverBasinLines(): CheckLine[] {
  const cities = readTable('river-basin-sewerage');
  const south = readTable('treatment-centres').filter((row) => row.district === '南部');
  const fukuoka = cities.filter((row) => row.city === '福岡市');
  return [
    sumLine(
      'p. 104 planned area, ha',
      9_634.2,
      sumOf(cities, (row) => row.planned_area_ha),
    ),
    sumLine(
      'p. 104 planned population',
      707_224,
      sumOf(cities, (row) => row.planned_population),
    ),
    sumLine(
      'p. 104 planned flow, m³/day',
      270_008,
      sumOf(cities, (row) => row.planned_daily_maximum_m3),
    ),
    sumLine(
      'p. 104 shares, %',
      100,
      sumOf(cities, (row) => row.share_percent),
    ),
    sumLine(
      'p. 104 treated area, ha',
      8_988,
      sumOf(cities, (row) => row.treated_area_ha),
      {
        rows: 8_989,
        reason: 'rounding of the rows',
      },
    ),
    sumLine(
      'p. 104 population, thousands',
      709.5,
      sumOf(cities, (row) => row.administrative_population_thousand),
    ),
    sumLine(
      'p. 104 population served, thousands',
      708.4,
      sumOf(cities, (row) => row.served_population_thousand),
      {
        rows: 708.3,
        reason: 'rounding of the rows',
      },
    ),
    sumLine(
      'p. 34 and p. 104, area treated at 御笠川, ha',
      sumOf(south, (row) => row.treated_area_ha),
      sumOf(fukuoka, (row) => row.treated_area_ha),
    ),
  ];
}

/** Printed totals of the network tables (chapters II-2, III-2, V-1 and p. 104). */
export function networkSums(): CheckLine[] {
  return [
    ...districtLines(),
    ...plannedStationLines(),
    ...smallStationLines(),
    ...sewerLines(),
    ...riverBasinLines(),
  ];
}
