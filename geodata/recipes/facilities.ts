import { featuresOfRows } from '../../src/geometry/table-features.js';
import { readTable, type TableRow } from '../cities/fukuoka/tables/tables.js';
import type { City } from './city.js';
import { credits, dates } from './credits.js';
import { effluentItems } from './effluent-items.js';
import { feature, type Feature } from './feature.js';
import { placeOf } from './place.js';

const fromYearbook = { source: credits.yearbook, method: 'transcribed' } as const;

/**
 * 表V-3 (p. 56) of one district's centre in a line that needs no language: `BOD 3.2, SS 3, T-N 21.5, T-P 0.30`,
 * `A: … / B: …` where the centre has two treatment lines (系列). Null where the yearbook has no results.
 */
function effluentQuality(district: string): string | null {
  const results = readTable('effluent-quality-fy2024').filter(({ centre }) => centre === district);
  const lines = [...new Set(results.map(({ series }) => series))].map((series) => {
    const values = effluentItems.flatMap(({ item, short, decimals }) =>
      results
        .filter((each) => each.item === item && each.series === series)
        .map(({ low, quantification_limit: limit }) => {
          const value = low ?? limit;
          if (value === null) throw new Error(`表V-3, ${district} ${item}: neither a result nor a limit`);
          return `${short} ${low === null ? '<' : ''}${value.toFixed(decimals)}`;
        }),
    );
    return `${series === null ? '' : `${series}: `}${values.join(', ')}`;
  });
  return lines.length > 0 ? lines.join(' / ') : null;
}

/** 処理水量 of 表V-1 (p. 55), thousand m³ in the year. */
function treatedWater(district: string): number | null {
  const row = readTable('operation-fy2024').find(
    ({ measure, centre }) => measure === '処理水量' && centre === district,
  );
  return row?.value ?? null;
}

/** 表III-3 (p. 34) with the results of 表V-1 and V-3 */
export function treatmentCentreLayer({ inputs }: City): Feature<'treatmentCentre'>[] {
  return readTable('treatment-centres').map((fact, at) => {
    const { geometry, ...place } = placeOf(inputs, 'treatment-centres', fact.name);
    return feature(
      'treatmentCentre',
      {
        ...fromYearbook,
        ...place,
        id: `treatment-centre-${at + 1}`,
        name: fact.name,
        nameEn: fact.name_en,
        district: fact.district,
        address: fact.address,
        operator: fact.operator,
        siteAreaHectares: fact.site_area_ha,
        started: fact.started,
        process: fact.process,
        dischargesTo: fact.discharges_to,
        effluentStandard: fact.receiving_water_standard_mg_per_l,
        treatedAreaHectares: fact.treated_area_ha,
        plannedTreatedAreaHectares: fact.planned_treated_area_ha,
        capacityCubicMetersPerDay: fact.capacity_m3_per_day,
        plannedCapacityCubicMetersPerDay: fact.planned_capacity_m3_per_day,
        sewerSystem: fact.sewer_system,
        population: fact.population,
        treatedWaterThousandCubicMeters: treatedWater(fact.district),
        effluentQuality: effluentQuality(fact.district),
        page: fact.page,
        asOf: fact.asOf,
      },
      geometry,
    );
  });
}

function pumpName(name: string): string {
  return name.endsWith('ポンプ場') ? name : `${name}ポンプ場`;
}

type SmallStation = TableRow<'pump-stations-exempt'> | TableRow<'pump-stations-manhole'>;

function smallStation(
  city: City,
  table: 'exempt' | 'manhole',
  fact: SmallStation,
  at: number,
): Feature<'pumpStation'> {
  const { geometry, ...place } = placeOf(city.inputs, table, fact.name);
  const capacity = fact.capacity_m3_per_min;
  return feature(
    'pumpStation',
    {
      ...fromYearbook,
      ...place,
      id: `pump-${table}-${String(at + 1).padStart(2, '0')}`,
      name: pumpName(fact.name),
      nameEn: fact.name_en,
      district: null,
      table,
      purpose: fact.purpose,
      startedEra: fact.started_era,
      started: fact.started,
      sanitaryCubicMetersPerMinute: fact.purpose === 'sanitary' ? capacity : null,
      stormCubicMetersPerMinute: fact.purpose === 'storm' ? capacity : null,
      dischargesTo: 'discharges_to' in fact ? fact.discharges_to : null,
      page: fact.page,
      asOf: fact.asOf,
    },
    geometry,
  );
}

/** 表III-4 (p. 36–37), III-6 and III-7 (p. 38–39): 57 + 12 + 61 stations */
export function pumpStationLayer(city: City): Feature<'pumpStation'>[] {
  const planned = readTable('pump-stations-planned').map((fact, at) => {
    const { geometry, ...place } = placeOf(city.inputs, 'planned', fact.name);
    return feature(
      'pumpStation',
      {
        ...fromYearbook,
        ...place,
        id: `pump-planned-${String(at + 1).padStart(2, '0')}`,
        name: fact.name === '山王' ? '山王ポンプ所' : pumpName(fact.name),
        nameEn: fact.name_en,
        district: fact.district,
        table: 'planned',
        purpose: fact.purpose,
        startedEra: fact.started_era,
        started: fact.started,
        sanitaryCubicMetersPerMinute: fact.sanitary_m3_per_min,
        stormCubicMetersPerMinute: fact.storm_m3_per_min,
        dischargesTo: fact.discharges_to,
        page: fact.page,
        asOf: fact.asOf,
      },
      geometry,
    );
  });
  return [
    ...planned,
    ...readTable('pump-stations-exempt').map((fact, at) => smallStation(city, 'exempt', fact, at)),
    ...readTable('pump-stations-manhole').map((fact, at) => smallStation(city, 'manhole', fact, at)),
  ];
}

/** 表III-5 (p. 38) */
export function pondLayer({ inputs }: City): Feature<'pond'>[] {
  return readTable('ponds').map((fact, at) => {
    const { geometry, ...place } = placeOf(inputs, 'ponds', fact.name);
    return feature(
      'pond',
      {
        ...fromYearbook,
        ...place,
        id: `pond-${at + 1}`,
        name: fact.name,
        nameEn: fact.name_en,
        district: fact.district,
        purpose: fact.purpose,
        startedEra: fact.started_era,
        started: fact.started,
        storageCubicMeters: fact.detention_m3 ?? fact.regulation_m3 ?? 0,
        page: fact.page,
        asOf: fact.asOf,
      },
      geometry,
    );
  });
}

/** 指定緊急避難場所; none of them is designated for inland flood (内水). */
export function shelterLayer({ inputs }: City): Feature<'shelter'>[] {
  const wards = new Map(inputs.wards.map(({ properties }) => [properties.name, properties.nameEn]));
  return featuresOfRows(inputs.shelters).features.map(({ properties: shelter, geometry }, at) =>
    feature(
      'shelter',
      {
        ...shelter,
        id: `shelter-${String(at + 1).padStart(3, '0')}`,
        // The data set has no readings; a guessed romanisation of a school's name would be wrong too often.
        nameEn: `${shelter.name} (${wards.get(shelter.ward) ?? shelter.ward})`,
        source: credits.shelters,
        page: null,
        asOf: dates.shelters,
        method: 'official',
        accuracyMeters: 30,
        note: null,
      },
      geometry,
    ),
  );
}
