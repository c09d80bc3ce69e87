import { townTables, type TownTables } from '../../recipes/town-tables.js';
import type { CityFacts, RainfallPlanExtra, SeparationArea } from '../../recipes/city-facts.js';
import { readRows } from '../../tables/read-rows.js';
import { credits, operatorCredits, railwayNotes } from './credits.js';
import { effluentItems } from './effluent-items.js';
import { extentRule } from './extent-rule.js';
import { factsFolder, readTable } from './tables/tables.js';

const townFiles: Readonly<Record<keyof typeof townTables, string>> = {
  townDistricts: 'town-districts.csv',
  membershipDoubts: 'membership-doubts.csv',
  doubtfulTowns: 'doubtful-towns.csv',
  plannedTowns: 'planned-towns.csv',
  priorityTowns: 'priority-towns.csv',
  planTowns: 'rainbow-towns.csv',
  zoneTowns: 'zone-towns.csv',
  placements: 'placements.csv',
  reclaimedWaterPlaces: 'reclaimed-water-places.csv',
};

/** Flood works that the separation goes with (p. 57): the towns they are drawn from serve here too. */
const separationAreas: readonly SeparationArea[] = [
  {
    item: '博多駅周辺地区（分流化）',
    id: 'hakata',
    plan: '雨水整備レインボープラン博多',
    part: 'whole',
    note: '浸水対策と合わせて分流化を進めるとの記述（p. 57）から、レインボープラン博多の区域で示した推定。',
  },
  {
    item: '天神周辺地区（分流化）',
    id: 'tenjin',
    plan: '雨水整備レインボープラン天神',
    part: 'phase2',
    note: '浸水対策と合わせて分流化を進めるとの記述（p. 57）から、レインボープラン天神 第2期の区域で示した推定。',
  },
];

const rainfallPlanExtras: Readonly<Record<string, RainfallPlanExtra>> = {
  雨水整備レインボープラン天神: { id: 'rainbow-tenjin' },
  // Its own section gives no area; the sewers to be separated there (p. 57) cover about 300 ha.
  雨水整備レインボープラン博多: { id: 'rainbow-hakata', statedElsewhere: 300 },
};

/** Everything the recipes draw from, checked cell by cell. */
export function readFacts(): CityFacts {
  const towns = <Id extends keyof typeof townTables>(id: Id) =>
    readRows(new URL(townFiles[id], factsFolder), townTables[id]) as TownTables[Id];
  return {
    credits,
    operatorCredits,
    railwayNotes,
    extentRule,
    townDistricts: towns('townDistricts'),
    membershipDoubts: towns('membershipDoubts'),
    doubtfulTowns: towns('doubtfulTowns'),
    plannedTowns: towns('plannedTowns'),
    priorityTowns: towns('priorityTowns'),
    planTowns: towns('planTowns'),
    zoneTowns: towns('zoneTowns'),
    placements: towns('placements'),
    reclaimedWaterPlaces: towns('reclaimedWaterPlaces'),
    treatmentDistricts: readTable('treatment-districts'),
    treatmentCentres: readTable('treatment-centres'),
    operation: readTable('operation-fy2024'),
    effluent: readTable('effluent-quality-fy2024'),
    effluentItems,
    plannedPumps: readTable('pump-stations-planned'),
    exemptPumps: readTable('pump-stations-exempt'),
    manholePumps: readTable('pump-stations-manhole'),
    pumpNames: { 山王: '山王ポンプ所' },
    ponds: readTable('ponds'),
    combinedSewers: readTable('combined-sewer-improvement'),
    separationAreas,
    waterLevelSewers: readTable('water-level-sewers'),
    priorityPlan: '雨水整備Doプラン2026',
    priorityDistricts: readTable('priority-districts'),
    rainfallPlans: readTable('rainbow-plan'),
    rainfallPlanExtras,
    reclaimedWater: readTable('reclaimed-water-areas'),
    trunkSewers: readTable('trunk-sewers'),
    worksId: 'work-2028',
    works: readTable('management-plan-2028-works'),
  };
}
