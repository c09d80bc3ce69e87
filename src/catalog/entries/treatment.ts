import { provenanceFields } from '../fields.js';
import type { Category, LayerEntry } from '../layer-entry.js';

/** 7 calm hues, apart in lightness too, so that neighbours differ for colour-blind readers. */
const districtColours = [
  ['西戸崎', '#c98b6b', '#a86f52'],
  ['和白', '#8fb996', '#6a9673'],
  ['東部', '#e3b95c', '#b98f3a'],
  ['中部', '#5b8fc7', '#4a7bb0'],
  ['南部', '#b79ccb', '#8f74a6'],
  ['西部', '#6fb7b7', '#4f9797'],
  ['新西部', '#d98fa3', '#b06a7e'],
] as const;

const categories: readonly Category[] = districtColours.map(([name, light, dark]) => ({
  value: name,
  label: `layers.treatmentDistricts.legend.${name}` as const,
  colour: { light, dark },
}));

export const treatmentDistricts: LayerEntry = {
  id: 'treatment-districts',
  group: 'treatment',
  geometry: 'polygon',
  role: 'treatmentDistrict',
  title: 'layers.treatmentDistricts.title',
  description: 'layers.treatmentDistricts.description',
  symbol: { kind: 'fill', by: 'name', categories, fillOpacity: 0.42, outlineWidth: 1.6 },
  visible: true,
  opacity: 1,
  fields: [
    {
      property: 'centre',
      label: 'layers.treatmentDistricts.fields.centre',
    },
    {
      property: 'sewerSystem',
      label: 'layers.treatmentDistricts.fields.sewerSystem',
    },
    {
      property: 'plannedAreaHectares',
      label: 'layers.treatmentDistricts.fields.plannedAreaHectares',
      unit: 'ha',
    },
    {
      property: 'drawnAreaHectares',
      label: 'layers.treatmentDistricts.fields.drawnAreaHectares',
      unit: 'ha',
    },
    { property: 'extent', label: 'layers.treatmentDistricts.fields.extent' },
    ...provenanceFields,
  ],
  label: { property: 'name', propertyEn: 'nameEn', minZoom: 9.5, size: 15 },
  clickable: true,
};

export const treatmentCentres: LayerEntry = {
  id: 'treatment-centres',
  group: 'treatment',
  geometry: 'point',
  role: 'treatmentCentre',
  title: 'layers.treatmentCentres.title',
  description: 'layers.treatmentCentres.description',
  symbol: {
    kind: 'point',
    shape: 'square',
    radius: 8,
    categories: [
      {
        value: null,
        label: 'layers.treatmentCentres.legend.other',
        colour: { light: '#0b4f8a', dark: '#8ec5ff' },
      },
    ],
  },
  visible: true,
  opacity: 1,
  fields: [
    {
      property: 'district',
      label: 'layers.treatmentCentres.fields.district',
    },
    { property: 'address', label: 'layers.treatmentCentres.fields.address' },
    {
      property: 'process',
      label: 'layers.treatmentCentres.fields.process',
    },
    {
      property: 'capacityCubicMetersPerDay',
      label: 'layers.treatmentCentres.fields.capacityCubicMetersPerDay',
      unit: 'm3/day',
    },
    {
      property: 'dischargesTo',
      label: 'layers.treatmentCentres.fields.dischargesTo',
    },
    {
      property: 'effluentStandard',
      label: 'layers.treatmentCentres.fields.effluentStandard',
    },
    { property: 'started', label: 'layers.treatmentCentres.fields.started' },
    {
      property: 'population',
      label: 'layers.treatmentCentres.fields.population',
      unit: 'people',
    },
    {
      property: 'treatedWaterThousandCubicMeters',
      label: 'layers.treatmentCentres.fields.treatedWaterThousandCubicMeters',
    },
    {
      property: 'effluentQuality',
      label: 'layers.treatmentCentres.fields.effluentQuality',
    },
    { property: 'operator', label: 'layers.treatmentCentres.fields.operator' },
    ...provenanceFields,
  ],
  label: { property: 'name', propertyEn: 'nameEn', minZoom: 10.5, size: 12 },
  clickable: true,
};

export const certaintyBand: LayerEntry = {
  id: 'certainty',
  group: 'treatment',
  geometry: 'polygon',
  role: 'certainty',
  title: 'layers.certaintyBand.title',
  description: 'layers.certaintyBand.description',
  symbol: {
    kind: 'fill',
    by: 'doubt',
    categories: [
      {
        value: 'town',
        label: 'layers.certaintyBand.legend.town',
        colour: { light: '#7a5c99', dark: '#c9b3dd' },
        pattern: 'dots',
      },
      {
        value: 'line',
        label: 'layers.certaintyBand.legend.line',
        colour: { light: '#5c5c5c', dark: '#c9c9c9' },
        pattern: 'diagonal',
      },
    ],
    fillOpacity: 0.35,
    outlineWidth: 0.8,
  },
  visible: false,
  opacity: 1,
  fields: provenanceFields,
  clickable: false,
};
