import { provenanceFields } from '../../fields.js';
import type { LayerEntry } from '../../layer-entry.js';

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
