import { readTable } from './read-table.js';
import { exceptionsLine, sumLine, sumOf, type CheckLine } from '../../../tables/sum-check.js';

function reclaimedWaterLines(): CheckLine[] {
  const areas = readTable('reclaimed-water-areas');
  const supply = readTable('reclaimed-water-supply');
  const served = (region: string) =>
    sumOf(
      areas.filter((row) => row.region === region),
      (row) => row.served_area_ha,
    );
  return [
    ...supply.map((row) => sumLine(`p. 60 ${row.region}, ha`, row.area_ha, served(row.region))),
    sumLine(
      'p. 60 both regions, ha',
      1_548,
      sumOf(supply, (row) => row.area_ha),
    ),
    sumLine(
      'p. 60 planned capacity, m³/day',
      11_600,
      sumOf(supply, (row) => row.planned_capacity_m3_per_day),
    ),
    sumLine(
      'p. 60 capacity, m³/day',
      11_600,
      sumOf(supply, (row) => row.capacity_m3_per_day),
    ),
    sumLine(
      'p. 60 average supply, m³/day',
      6_012,
      sumOf(supply, (row) => row.average_supply_m3_per_day),
    ),
    sumLine(
      'p. 60 premises',
      540,
      sumOf(supply, (row) => row.premises),
    ),
  ];
}

/** One figure printed in two places of the yearbook. */
function twiceToldLines(): CheckLine[] {
  const ponds = readTable('ponds');
  const improvement = readTable('combined-sewer-improvement').filter((row) => row.kind === 'storage');
  const floods = readTable('floods');
  const chronology = readTable('chronology').filter((row) => row.kind === 'flood');
  const levels = readTable('rainfall-levels').filter((row) => row.kind === 'observation');
  const combined = readTable('combined-sewer-improvement').find((row) => row.item === '合流式下水道の区域');
  const biogas = readTable('power-generation').find((row) => row.capacity_kw === 200);
  const electricity = readTable('operation-fy2024').find(
    (row) => row.measure === '電力使用量' && row.centre === '和白',
  );
  const smallest = readTable('septic-tank-subsidies')[0];
  return [
    exceptionsLine(
      '表III-5 and p. 57, capacity of the tanks',
      improvement.length,
      improvement
        .filter((row) => ponds.find((pond) => pond.name === row.item)?.detention_m3 !== row.value)
        .map((row) => row.item),
    ),
    exceptionsLine(
      'floods and chronology tell the same rain',
      floods.length,
      floods
        .filter((flood) => {
          const printed = chronology.find((row) => row.date === flood.from);
          return (
            printed?.rainfall_mm_total !== flood.rainfall_mm_total ||
            printed.rainfall_mm_per_hour !== flood.rainfall_mm_per_hour ||
            printed.houses_more_than !== flood.houses_more_than ||
            printed.page !== flood.page
          );
        })
        .map((flood) => flood.from),
    ),
    exceptionsLine(
      'observed rainfall levels and floods',
      levels.length,
      levels
        .filter(
          (level) =>
            floods.find((flood) => flood.from === level.observed_from)?.rainfall_mm_per_hour !==
            level.mm_per_hour,
        )
        .map((level) => String(level.mm_per_hour)),
    ),
    sumLine('p. 57 combined area, % of the plan', 14, Math.round((100 * (combined?.value ?? 0)) / 18_272)),
    sumLine(
      'p. 62 power of its own at 和白, %',
      19.6,
      Math.round((biogas?.generated_kwh ?? 0) / (electricity?.value ?? 1)) / 10,
    ),
    sumLine('p. 71 share of a septic tank of 830,000 yen', smallest?.limit_yen ?? 0, 830_000 * 0.4),
  ];
}

/** Printed totals of the programmes of chapter VI, and figures told twice. */
export function programmeSums(): CheckLine[] {
  return [...reclaimedWaterLines(), ...twiceToldLines()];
}
