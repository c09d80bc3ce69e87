import { districtField, provenanceFields, purposeField, startedField, wardField } from '../fields.js';
import type { LayerEntry } from '../layer-entry.js';

const purposes = {
  storm: 'shared.purposes.storm',
  sanitary: 'shared.purposes.sanitary',
  both: 'shared.purposes.both',
} as const;

export const pumpStations: LayerEntry = {
  id: 'pump-stations',
  group: 'facility',
  geometry: 'point',
  role: 'pumpStation',
  title: 'layers.pumpStations.title',
  description: 'layers.pumpStations.description',
  symbol: {
    kind: 'point',
    by: 'purpose',
    shape: 'triangle',
    radius: 6,
    minZoom: 10,
    categories: [
      { value: 'storm', label: purposes.storm, colour: { light: '#1769aa', dark: '#7fc0f5' } },
      { value: 'sanitary', label: purposes.sanitary, colour: { light: '#6b5b2f', dark: '#d8c58a' } },
      { value: 'both', label: purposes.both, colour: { light: '#1f7a5c', dark: '#7fd6b5' } },
    ],
  },
  visible: false,
  opacity: 1,
  fields: [
    districtField,
    purposeField(purposes),
    {
      property: 'stormCubicMetersPerMinute',
      label: 'layers.pumpStations.fields.stormCubicMetersPerMinute',
      unit: 'm3/min',
    },
    {
      property: 'sanitaryCubicMetersPerMinute',
      label: 'layers.pumpStations.fields.sanitaryCubicMetersPerMinute',
      unit: 'm3/min',
    },
    {
      property: 'dischargesTo',
      label: 'layers.pumpStations.fields.dischargesTo',
    },
    startedField,
    ...provenanceFields,
  ],
  label: { property: 'name', propertyEn: 'nameEn', minZoom: 13, size: 11 },
  clickable: true,
};

export const ponds: LayerEntry = {
  id: 'ponds',
  group: 'facility',
  geometry: 'point',
  role: 'pond',
  title: 'layers.ponds.title',
  description: 'layers.ponds.description',
  symbol: {
    kind: 'point',
    shape: 'diamond',
    radius: 7,
    minZoom: 10,
    categories: [
      {
        value: null,
        label: 'layers.ponds.legend.other',
        colour: { light: '#00707a', dark: '#70d6de' },
      },
    ],
  },
  visible: false,
  opacity: 1,
  fields: [
    districtField,
    { property: 'purpose', label: 'layers.ponds.fields.purpose' },
    {
      property: 'storageCubicMeters',
      label: 'layers.ponds.fields.storageCubicMeters',
      unit: 'm3',
    },
    startedField,
    ...provenanceFields,
  ],
  label: { property: 'name', propertyEn: 'nameEn', minZoom: 13, size: 11 },
  clickable: true,
};

const yesNo = {
  true: 'shared.yesNo.true',
  false: 'shared.yesNo.false',
} as const;

export const shelters: LayerEntry = {
  id: 'shelters',
  group: 'facility',
  geometry: 'point',
  role: 'shelter',
  title: 'layers.shelters.title',
  description: 'layers.shelters.description',
  symbol: {
    kind: 'point',
    by: 'flood',
    shape: 'circle',
    radius: 5,
    minZoom: 11.5,
    categories: [
      {
        value: 'true',
        label: 'layers.shelters.legend.true',
        colour: { light: '#197a4b', dark: '#71c598' },
      },
      {
        value: 'false',
        label: 'layers.shelters.legend.false',
        colour: { light: '#767676', dark: '#b3b3b3' },
      },
    ],
  },
  visible: false,
  opacity: 1,
  fields: [
    wardField,
    { property: 'address', label: 'layers.shelters.fields.address' },
    { property: 'flood', label: 'layers.shelters.fields.flood', values: yesNo },
    {
      property: 'inlandFlood',
      label: 'layers.shelters.fields.inlandFlood',
      values: yesNo,
    },
    {
      property: 'stormSurge',
      label: 'layers.shelters.fields.stormSurge',
      values: yesNo,
    },
    { property: 'tsunami', label: 'layers.shelters.fields.tsunami', values: yesNo },
    {
      property: 'landslide',
      label: 'layers.shelters.fields.landslide',
      values: yesNo,
    },
    ...provenanceFields,
  ],
  label: { property: 'name', propertyEn: 'nameEn', minZoom: 14.5, size: 11 },
  clickable: true,
};
