import { readTable } from './read-table.js';
import { exceptionsLine, sumLine, sumOf, type CheckLine } from '../../../tables/sum-check.js';

const districtsByWard = { 東区: 5, 博多区: 12, 中央区: 1, 南区: 7, 城南区: 1, 早良区: 3, 西区: 4 } as const;

function planLines(): CheckLine[] {
  const systems = readTable('sewerage-plan');
  const districts = readTable('priority-districts');
  const wrongWards = Object.entries(districtsByWard)
    .filter(([ward, count]) => districts.filter((row) => row.ward === ward).length !== count)
    .map(([ward]) => ward);
  const works = readTable('management-plan-2028-works');
  const underWay = works
    .filter((row) => row.programme === '雨水整備Doプラン2026（重点地区）')
    .map((row) => row.name);
  const marked = districts.filter((row) => row.named_in_management_plan_2028).map((row) => row.district);
  const storm = readTable('design-storm').map((row) => row.numerator / (60 + row.constant_min));
  return [
    sumLine(
      '表II-1 planned area, ha',
      18_272,
      sumOf(systems, (row) => row.planned_area_ha),
    ),
    sumLine(
      '表II-1 planned population, thousands',
      1_701.9,
      sumOf(systems, (row) => row.planned_population_thousand),
    ),
    sumLine(
      '表II-1 places',
      29,
      sumOf(systems, (row) => row.places),
    ),
    sumLine('p. 21 priority districts', 33, districts.length),
    exceptionsLine('p. 21 priority districts by ward', 7, wrongWards),
    exceptionsLine(
      'p. 14 districts under way, all of them priority districts of p. 21',
      underWay.length,
      underWay.filter((name) => !marked.includes(name)),
    ),
    sumLine('p. 14 reclaimed water, places', 2, works.filter((row) => row.facility === '再生水').length),
    sumLine('p. 10 formula at t = 60 min, mm/h to one decimal', 59.1, Math.round((storm[0] ?? 0) * 10) / 10),
  ];
}

function budgetLines(): CheckLine[] {
  const plan = readTable('management-plan-2028-budget');
  const budget = readTable('budget-fy2025');
  const spending = budget.filter((row) => row.view_en === 'spending');
  const funding = budget.filter((row) => row.view_en === 'funding');
  const across = budget
    .filter((row) => row.view_en !== 'purpose')
    .filter(
      (row) => (row.subsidised_million_yen ?? 0) + (row.city_only_million_yen ?? 0) !== row.total_million_yen,
    );
  return [
    sumLine(
      'p. 13 cost by purpose, million yen',
      115_000,
      sumOf(
        plan.filter((row) => row.view_en === 'purpose'),
        (row) => row.cost_million_yen,
      ),
    ),
    sumLine(
      'p. 14 cost by facility, million yen',
      115_001,
      sumOf(
        plan.filter((row) => row.view_en === 'facility'),
        (row) => row.cost_million_yen,
      ),
    ),
    exceptionsLine(
      'p. 15 subsidised + city = total',
      7,
      across.map((row) => row.item),
    ),
    sumLine(
      'p. 15 subsidised, million yen',
      12_980,
      sumOf(spending, (row) => row.subsidised_million_yen),
    ),
    sumLine(
      'p. 15 city alone, million yen',
      16_694,
      sumOf(spending, (row) => row.city_only_million_yen),
    ),
    ...(['spending', 'funding', 'purpose'] as const).map((view) =>
      sumLine(
        `p. 15 ${view}, million yen`,
        29_674,
        sumOf(
          budget.filter((row) => row.view_en === view),
          (row) => row.total_million_yen,
        ),
      ),
    ),
    sumLine(
      'p. 15 spending of FY2024, million yen',
      26_789,
      sumOf(spending, (row) => row.previous_year_million_yen),
    ),
    sumLine(
      'p. 15 funding of FY2024, million yen',
      26_789,
      sumOf(funding, (row) => row.previous_year_million_yen),
    ),
    sumLine(
      'p. 15 growth, million yen',
      2_885,
      sumOf(spending, (row) => row.change_million_yen),
    ),
    sumLine('p. 15 text, share of state funding, %', 25.2, funding[0]?.share_percent ?? 0, {
      rows: 22.5,
      reason:
        'the sentence keeps the FY2024 shares (25.2, 69.9, 0.1, 4.8); the table gives 22.5, 73.8, 0.1, 3.6',
    }),
  ];
}

function progressLines(): CheckLine[] {
  const rows = readTable('management-plan-progress');
  const lines: CheckLine[] = [];
  for (const plan of new Set(rows.map((row) => row.plan))) {
    const ofPlan = rows.filter((row) => row.plan === plan);
    const years = [...new Set(ofPlan.map((row) => row.fiscal_year))];
    const unequal: string[] = [];
    const compare = (
      label: string,
      of: typeof ofPlan,
      value: (row: (typeof rows)[number]) => number | null,
    ) => {
      const total = of.find((row) => row.item_en === 'Total');
      const printed = total ? value(total) : null;
      const items = of.filter((row) => row.item_en !== 'Total');
      if (printed !== null && printed !== sumOf(items, value)) unequal.push(label);
    };
    for (const year of years) {
      const ofYear = ofPlan.filter((row) => row.fiscal_year === year);
      compare(`${year} planned`, ofYear, (row) => row.planned_million_yen);
      compare(`${year} actual`, ofYear, (row) => row.actual_million_yen);
      compare(`${year} four years`, ofYear, (row) => row.four_year_plan_million_yen);
    }
    const known = plan === '下水道経営計画2028' ? ['2026 planned'] : [];
    const reason =
      'printed 26,128, the same figure as 令和4年度 of the plan before; the items give 29,073, and only that reaches 115,001';
    lines.push(exceptionsLine(`p. 16–17 ${plan} totals`, years.length * 3, unequal, known, reason));
  }
  return lines;
}

function fiveYearLines(): CheckLine[] {
  const plans = readTable('five-year-plans');
  const across = plans.filter(
    (row) =>
      row.sewers_million_yen + row.pumping_million_yen + row.treatment_million_yen !== row.total_million_yen,
  );
  const chains = ['treated_area', 'sewer_length', 'population', 'coverage', 'capacity'] as const;
  const step = (index: number, chain: (typeof chains)[number]): [number, number, number] => {
    const row = plans[index];
    const before = plans[index - 1];
    if (!row || !before) return [0, 0, 0];
    return {
      treated_area: [before.treated_area_cumulative_ha, row.treated_area_ha, row.treated_area_cumulative_ha],
      sewer_length: [before.sewer_length_cumulative_km, row.sewer_length_km, row.sewer_length_cumulative_km],
      population: [
        before.population_served_cumulative,
        row.population_served,
        row.population_served_cumulative,
      ],
      coverage: [before.coverage_percent, row.coverage_gain_percent, row.coverage_percent],
      capacity: [
        before.capacity_cumulative_m3_per_day,
        row.capacity_m3_per_day,
        row.capacity_cumulative_m3_per_day,
      ],
    }[chain] as [number, number, number];
  };
  const broken = plans.slice(1).flatMap((row, index) =>
    chains
      .filter((chain) => {
        const [before, gain, after] = step(index + 1, chain);
        return Math.abs(before + gain - after) > 0.051;
      })
      .map((chain) => `${row.plan} ${chain}`),
  );
  return [
    exceptionsLine(
      'p. 18 sewers + pumps + plants = total',
      plans.length,
      across.map((row) => row.plan),
    ),
    exceptionsLine('p. 18 before + gained = after', (plans.length - 1) * chains.length, broken),
    sumLine(
      'p. 18 sewers, million yen',
      772_644,
      sumOf(plans, (row) => row.sewers_million_yen),
    ),
    sumLine(
      'p. 18 pumping stations, million yen',
      119_621,
      sumOf(plans, (row) => row.pumping_million_yen),
    ),
    sumLine(
      'p. 18 treatment plants, million yen',
      209_739,
      sumOf(plans, (row) => row.treatment_million_yen),
    ),
    sumLine(
      'p. 18 all works, million yen',
      1_102_004,
      sumOf(plans, (row) => row.total_million_yen),
    ),
  ];
}

/** Printed totals of the plans, budgets and five-year plans (chapter II). */
export function planSums(): CheckLine[] {
  return [...planLines(), ...budgetLines(), ...progressLines(), ...fiveYearLines()];
}
