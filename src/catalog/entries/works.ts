import { provenanceFields } from '../fields.js';
import type { LayerEntry } from '../layer-entry.js';

const status = {
  planned: 'shared.status.planned',
  'under-way': 'shared.status.under-way',
  'in-service': 'shared.status.in-service',
  unknown: 'shared.status.unknown',
} as const;
const carries = {
  storm: 'shared.carries.storm',
  sanitary: 'shared.carries.sanitary',
} as const;
const period = {
  start: 'shared.period.start',
  end: 'shared.period.end',
} as const;

export const trunkSewers: LayerEntry = {
  id: 'trunk-sewers',
  group: 'rainfall',
  geometry: 'line',
  role: 'sewer',
  title: 'layers.trunkSewers.title',
  description: 'layers.trunkSewers.description',
  symbol: {
    kind: 'line',
    by: 'status',
    width: 3,
    dashed: true,
    categories: [
      { value: 'in-service', label: status['in-service'], colour: { light: '#0b4f8a', dark: '#8ec5ff' } },
      { value: 'under-way', label: status['under-way'], colour: { light: '#b8451f', dark: '#ff9a73' } },
      { value: 'planned', label: status.planned, colour: { light: '#7a4bc2', dark: '#b79af0' } },
      { value: 'unknown', label: status.unknown, colour: { light: '#767676', dark: '#b3b3b3' } },
    ],
  },
  visible: false,
  opacity: 1,
  fields: [
    { property: 'plan', label: 'layers.trunkSewers.fields.plan' },
    {
      property: 'carries',
      label: 'layers.trunkSewers.fields.carries',
      values: carries,
    },
    {
      property: 'diameterMillimeters',
      label: 'layers.trunkSewers.fields.diameterMillimeters',
      unit: 'mm',
    },
    { property: 'lengthMeters', label: 'layers.trunkSewers.fields.lengthMeters', unit: 'm' },
    { property: 'periodStart', label: period.start },
    { property: 'periodEnd', label: period.end },
    { property: 'status', label: 'layers.trunkSewers.fields.status', values: status },
    {
      property: 'statusBasis',
      label: 'layers.trunkSewers.fields.statusBasis',
    },
    { property: 'startPlace', label: 'layers.trunkSewers.fields.startPlace' },
    { property: 'endPlace', label: 'layers.trunkSewers.fields.endPlace' },
    ...provenanceFields,
  ],
  label: { property: 'name', propertyEn: 'nameEn', minZoom: 12.5, size: 11 },
  clickable: true,
};

const pipeKinds = {
  storm: carries.storm,
  sanitary: carries.sanitary,
  combined: 'shared.pipeKinds.combined',
} as const;

export const ownSewers: LayerEntry = {
  id: 'sewers',
  group: 'facility',
  geometry: 'line',
  role: 'sewerPipe',
  optional: true,
  title: 'layers.ownSewers.title',
  description: 'layers.ownSewers.description',
  symbol: {
    kind: 'line',
    by: 'kind',
    width: 1.8,
    categories: [
      { value: 'storm', label: pipeKinds.storm, colour: { light: '#1769aa', dark: '#7fc0f5' } },
      { value: 'sanitary', label: pipeKinds.sanitary, colour: { light: '#a0451f', dark: '#ff9a73' } },
      { value: 'combined', label: pipeKinds.combined, colour: { light: '#7a4bc2', dark: '#b79af0' } },
      {
        value: null,
        label: 'layers.ownSewers.legend.other',
        colour: { light: '#767676', dark: '#b3b3b3' },
      },
    ],
  },
  visible: false,
  opacity: 1,
  fields: [
    {
      property: 'kind',
      label: 'layers.ownSewers.fields.kind',
      values: pipeKinds,
    },
    {
      property: 'diameterMillimeters',
      label: 'layers.ownSewers.fields.diameterMillimeters',
      unit: 'mm',
    },
    { property: 'lengthMeters', label: 'layers.ownSewers.fields.lengthMeters', unit: 'm' },
    {
      property: 'gradientPermille',
      label: 'layers.ownSewers.fields.gradientPermille',
    },
    {
      property: 'upstreamInvertMeters',
      label: 'layers.ownSewers.fields.upstreamInvertMeters',
      unit: 'm',
    },
    {
      property: 'downstreamInvertMeters',
      label: 'layers.ownSewers.fields.downstreamInvertMeters',
      unit: 'm',
    },
    { property: 'shape', label: 'layers.ownSewers.fields.shape' },
    { property: 'material', label: 'layers.ownSewers.fields.material' },
    { property: 'built', label: 'layers.ownSewers.fields.built' },
    ...provenanceFields,
  ],
  clickable: true,
};

export const reclaimedWater: LayerEntry = {
  id: 'reclaimed-water',
  group: 'facility',
  geometry: 'point',
  role: 'reclaimedWater',
  title: 'layers.reclaimedWater.title',
  description: 'layers.reclaimedWater.description',
  symbol: {
    kind: 'point',
    shape: 'circle',
    radius: 8,
    minZoom: 10,
    categories: [
      {
        value: null,
        label: 'layers.reclaimedWater.legend.other',
        colour: { light: '#197a4b', dark: '#71c598' },
      },
    ],
  },
  visible: false,
  opacity: 1,
  fields: [
    { property: 'region', label: 'layers.reclaimedWater.fields.region' },
    {
      property: 'servedAreaHectares',
      label: 'layers.reclaimedWater.fields.servedAreaHectares',
      unit: 'ha',
    },
    { property: 'since', label: 'layers.reclaimedWater.fields.since' },
    ...provenanceFields,
  ],
  label: { property: 'name', propertyEn: 'nameEn', minZoom: 12, size: 11 },
  clickable: true,
};
