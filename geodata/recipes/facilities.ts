import { featuresOfRows } from '../../src/geometry/table-features.js';
import type { CityFacts, SmallPumpRow } from './city-facts.js';
import type { CityModel } from './city-model.js';
import { feature, type Feature } from './feature.js';
import { placeOf } from './place.js';

const transcribed = ({ credits }: CityFacts) =>
  ({ source: credits.document.source, method: 'transcribed' }) as const;

/**
 * Effluent of one district's centre in a line that needs no language: `BOD 3.2, SS 3, T-N 21.5, T-P 0.30`,
 * `A: … / B: …` where the centre has two treatment lines (系列). Null where the document has no results.
 */
function effluentQuality({ effluent, effluentItems }: CityFacts, district: string): string | null {
  const results = effluent.filter(({ centre }) => centre === district);
  const lines = [...new Set(results.map(({ series }) => series))].map((series) => {
    const values = effluentItems.flatMap(({ item, short, decimals }) =>
      results
        .filter((each) => each.item === item && each.series === series)
        .map(({ low, quantification_limit: limit }) => {
          const value = low ?? limit;
          if (value === null) throw new Error(`effluent, ${district} ${item}: neither a result nor a limit`);
          return `${short} ${low === null ? '<' : ''}${value.toFixed(decimals)}`;
        }),
    );
    return `${series === null ? '' : `${series}: `}${values.join(', ')}`;
  });
  return lines.length > 0 ? lines.join(' / ') : null;
}

/** 処理水量, thousand m³ in the year. */
function treatedWater({ operation }: CityFacts, district: string): number | null {
  const row = operation.find(({ measure, centre }) => measure === '処理水量' && centre === district);
  return row?.value ?? null;
}

/** Treatment centres with the results of their last year. */
export function treatmentCentreLayer(city: CityModel): Feature<'treatmentCentre'>[] {
  const { facts } = city;
  return facts.treatmentCentres.map((fact, at) => {
    const { geometry, ...place } = placeOf(city, 'treatment-centres', fact.name);
    return feature(
      'treatmentCentre',
      {
        ...transcribed(facts),
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
        treatedWaterThousandCubicMeters: treatedWater(facts, fact.district),
        effluentQuality: effluentQuality(facts, fact.district),
        page: fact.page,
        asOf: fact.asOf,
      },
      geometry,
    );
  });
}

/** Tables list stations by their place alone. */
function pumpName({ pumpNames }: CityFacts, name: string): string {
  return pumpNames[name] ?? (name.endsWith('ポンプ場') ? name : `${name}ポンプ場`);
}

function smallStation(
  city: CityModel,
  table: 'exempt' | 'manhole',
  fact: SmallPumpRow,
  at: number,
): Feature<'pumpStation'> {
  const { facts } = city;
  const { geometry, ...place } = placeOf(city, table, fact.name);
  const capacity = fact.capacity_m3_per_min;
  return feature(
    'pumpStation',
    {
      ...transcribed(facts),
      ...place,
      id: `pump-${table}-${String(at + 1).padStart(2, '0')}`,
      name: pumpName(facts, fact.name),
      nameEn: fact.name_en,
      district: null,
      table,
      purpose: fact.purpose,
      startedEra: fact.started_era,
      started: fact.started,
      sanitaryCubicMetersPerMinute: fact.purpose === 'sanitary' ? capacity : null,
      stormCubicMetersPerMinute: fact.purpose === 'storm' ? capacity : null,
      dischargesTo: fact.discharges_to ?? null,
      page: fact.page,
      asOf: fact.asOf,
    },
    geometry,
  );
}

/** Pump stations of the project plan, those that need none, and manhole pumps. */
export function pumpStationLayer(city: CityModel): Feature<'pumpStation'>[] {
  const { facts } = city;
  const planned = facts.plannedPumps.map((fact, at) => {
    const { geometry, ...place } = placeOf(city, 'planned', fact.name);
    return feature(
      'pumpStation',
      {
        ...transcribed(facts),
        ...place,
        id: `pump-planned-${String(at + 1).padStart(2, '0')}`,
        name: pumpName(facts, fact.name),
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
    ...facts.exemptPumps.map((fact, at) => smallStation(city, 'exempt', fact, at)),
    ...facts.manholePumps.map((fact, at) => smallStation(city, 'manhole', fact, at)),
  ];
}

/** Stormwater tanks and ponds. */
export function pondLayer(city: CityModel): Feature<'pond'>[] {
  const { facts } = city;
  return facts.ponds.map((fact, at) => {
    const { geometry, ...place } = placeOf(city, 'ponds', fact.name);
    return feature(
      'pond',
      {
        ...transcribed(facts),
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

/** 指定緊急避難場所 */
export function shelterLayer({
  facts,
  geometry: { wards: outlines, shelters },
}: CityModel): Feature<'shelter'>[] {
  const wards = new Map(outlines.map(({ properties }) => [properties.name, properties.nameEn]));
  return featuresOfRows(shelters).features.map(({ properties: shelter, geometry }, at) =>
    feature(
      'shelter',
      {
        ...shelter,
        id: `shelter-${String(at + 1).padStart(3, '0')}`,
        // The data set has no readings; a guessed romanisation of a school's name would be wrong too often.
        nameEn: `${shelter.name} (${wards.get(shelter.ward) ?? shelter.ward})`,
        ...facts.credits.shelters,
        page: null,
        method: 'official',
        accuracyMeters: 30,
        note: null,
      },
      geometry,
    ),
  );
}
