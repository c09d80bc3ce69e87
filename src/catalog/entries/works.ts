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

const kinds = {
  renewal: 'shared.kinds.renewal',
  flood: 'shared.kinds.flood',
  earthquake: 'shared.kinds.earthquake',
  'reclaimed-water': 'shared.kinds.reclaimed-water',
} as const;

export const works2028: LayerEntry = {
  id: 'works-2028',
  group: 'facility',
  geometry: 'point',
  role: 'work',
  title: 'layers.works2028.title',
  description: 'layers.works2028.description',
  symbol: {
    kind: 'point',
    by: 'kind',
    shape: 'diamond',
    radius: 6,
    minZoom: 10,
    categories: [
      { value: 'renewal', label: kinds.renewal, colour: { light: '#6b5b2f', dark: '#d8c58a' } },
      { value: 'flood', label: kinds.flood, colour: { light: '#1769aa', dark: '#7fc0f5' } },
      { value: 'earthquake', label: kinds.earthquake, colour: { light: '#b8451f', dark: '#ff9a73' } },
      {
        value: 'reclaimed-water',
        label: kinds['reclaimed-water'],
        colour: { light: '#197a4b', dark: '#71c598' },
      },
    ],
  },
  visible: false,
  opacity: 1,
  fields: [
    { property: 'kind', label: 'layers.works2028.fields.kind', values: kinds },
    {
      property: 'facility',
      label: 'layers.works2028.fields.facility',
      values: {
        sewer: 'layers.works2028.values.facility.sewer',
        'pump-station': 'layers.works2028.values.facility.pump-station',
        'treatment-centre': 'layers.works2028.values.facility.treatment-centre',
        'reclaimed-water': 'layers.works2028.values.facility.reclaimed-water',
      },
    },
    { property: 'programme', label: 'layers.works2028.fields.programme' },
    { property: 'period', label: 'layers.works2028.fields.period' },
    ...provenanceFields,
  ],
  label: { property: 'name', propertyEn: 'nameEn', minZoom: 12.5, size: 11 },
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

export const combinedSewers: LayerEntry = {
  id: 'combined-sewers',
  group: 'treatment',
  geometry: 'polygon',
  role: 'combinedSewer',
  title: 'layers.combinedSewers.title',
  description: 'layers.combinedSewers.description',
  symbol: {
    kind: 'fill',
    categories: [
      {
        value: null,
        label: 'layers.combinedSewers.legend.other',
        colour: { light: '#00707a', dark: '#70d6de' },
        pattern: 'dots',
      },
    ],
    fillOpacity: 0.24,
    outlineWidth: 1.6,
    dashed: true,
  },
  visible: false,
  opacity: 1,
  fields: [
    {
      property: 'kind',
      label: 'layers.combinedSewers.fields.kind',
      values: {
        whole: 'layers.combinedSewers.values.kind.whole',
        separation: 'layers.combinedSewers.values.kind.separation',
      },
    },
    {
      property: 'statedAreaHectares',
      label: 'layers.combinedSewers.fields.statedAreaHectares',
      unit: 'ha',
    },
    {
      property: 'drawnAreaHectares',
      label: 'layers.combinedSewers.fields.drawnAreaHectares',
      unit: 'ha',
    },
    ...provenanceFields,
  ],
  label: { property: 'name', propertyEn: 'nameEn', minZoom: 13, size: 12 },
  clickable: true,
};
