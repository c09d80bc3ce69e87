import type { FeatureCollection } from 'geojson';
import * as v from 'valibot';
import { rainfallPlanProperties, treatmentDistrictProperties } from '../../src/catalog/properties.js';
import { manifestSchema } from '../../src/catalog/manifest.js';
import type { City } from '../../src/catalog/city-entry.js';

/** What an embed says when it cannot draw: figures of the built data, each with its page. */
export interface KeyFigures {
  baseMmPerHour: number;
  basePage: number | null;
  plans: {
    name: string;
    nameEn: string;
    targetMmPerHour: number;
    stageMmPerHour: number;
    page: number | null;
  }[];
  districts: {
    name: string;
    nameEn: string;
    centre: string;
    centreEn: string;
    plannedAreaHectares: number;
    page: number | null;
  }[];
  sources: string[];
  asOf: string;
  dataVersion: string;
}

/** @param read gives the text of a file of public/tiles by its name; throws when there is none */
export function keyFigures(read: (file: string) => string, city: City): KeyFigures {
  const manifest = v.parse(manifestSchema, JSON.parse(read('manifest.json')));
  const properties = (layer: string) =>
    (JSON.parse(read(`${layer}.geojson`)) as FeatureCollection).features.map((feature) => feature.properties);
  const plans = properties('rainbow-plan')
    .map((values) => v.parse(rainfallPlanProperties, values))
    .filter(({ part }) => part === 'whole');
  const districts = properties('treatment-districts').map((values) =>
    v.parse(treatmentDistrictProperties, values),
  );
  return {
    baseMmPerHour: city.baseRainfall.mmPerHour,
    basePage: city.baseRainfall.source.page,
    plans: plans.map(({ plan, planEn, targetMmPerHour, stageMmPerHour, page }) => ({
      ...{ name: plan, nameEn: planEn, targetMmPerHour, stageMmPerHour, page },
    })),
    districts: districts.map(({ name, nameEn, centre, centreEn, plannedAreaHectares, page }) => ({
      ...{ name, nameEn, centre, centreEn, plannedAreaHectares, page },
    })),
    sources: [...new Set([...plans, ...districts].map(({ source }) => source))],
    asOf: manifest.asOf,
    dataVersion: manifest.dataVersion,
  };
}
