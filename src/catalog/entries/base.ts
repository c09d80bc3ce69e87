import type { CatalogText } from '../../i18n/catalog-text.js';
import { provenanceFields, wardField } from '../fields.js';
import type { LayerEntry } from '../layer-entry.js';

const grey = { light: '#8a8f98', dark: '#9aa3b2' };
const one = (label: CatalogText, colour = grey) => [{ value: null, label, colour }];

/** @param description that the city's map ends here, with the city's name */
export const neighboursOf = (description: CatalogText): LayerEntry => ({
  id: 'neighbours',
  group: 'base',
  geometry: 'polygon',
  role: 'context',
  title: 'layers.neighbours.title',
  description,
  symbol: {
    kind: 'fill',
    categories: one('layers.neighbours.legend.all', {
      light: '#e4e2dd',
      dark: '#23272e',
    }),
    fillOpacity: 1,
    outlineWidth: 0.6,
  },
  visible: true,
  opacity: 1,
  fields: provenanceFields,
  label: { property: 'name', propertyEn: 'nameEn', minZoom: 10.5, size: 11 },
  clickable: false,
  overGround: true,
  base: true,
});

export const wards: LayerEntry = {
  id: 'wards',
  group: 'base',
  geometry: 'polygon',
  role: 'ward',
  title: 'layers.wards.title',
  description: 'layers.wards.description',
  symbol: {
    kind: 'fill',
    categories: one('layers.wards.legend.all', {
      light: '#f6f4ef',
      dark: '#2b3038',
    }),
    fillOpacity: 1,
    outlineWidth: 1,
  },
  visible: true,
  opacity: 1,
  fields: provenanceFields,
  label: { property: 'name', propertyEn: 'nameEn', minZoom: 9, size: 13 },
  clickable: false,
  base: true,
};

export const towns: LayerEntry = {
  id: 'towns',
  group: 'base',
  geometry: 'polygon',
  role: 'town',
  title: 'layers.towns.title',
  description: 'layers.towns.description',
  symbol: {
    kind: 'fill',
    categories: one('layers.towns.legend.all'),
    fillOpacity: 0.02,
    outlineWidth: 0.6,
    dashed: true,
  },
  visible: false,
  opacity: 1,
  fields: [
    wardField,
    { property: 'kana', label: 'layers.towns.fields.kana' },
    {
      property: 'district',
      label: 'layers.towns.fields.district',
    },
    ...provenanceFields,
  ],
  label: { property: 'name', propertyEn: 'nameEn', minZoom: 13.5, size: 11 },
  clickable: false,
  wordsOnBasemap: true,
};

export const rivers: LayerEntry = {
  id: 'rivers',
  group: 'base',
  geometry: 'line',
  role: 'context',
  title: 'layers.rivers.title',
  description: 'layers.rivers.description',
  symbol: {
    kind: 'line',
    by: 'method',
    width: 2,
    categories: [
      {
        value: 'constructed',
        label: 'layers.rivers.legend.constructed',
        colour: { light: '#7fb2dc', dark: '#4b7aa3' },
      },
      {
        value: 'schematic',
        label: 'layers.rivers.legend.schematic',
        colour: { light: '#a5cbe8', dark: '#3f6688' },
      },
    ],
  },
  visible: true,
  opacity: 1,
  fields: provenanceFields,
  label: { property: 'name', propertyEn: 'nameEn', minZoom: 11, size: 11 },
  clickable: false,
  base: true,
  untilBasemap: 0,
};

export const railways: LayerEntry = {
  id: 'railways',
  group: 'base',
  geometry: 'line',
  role: 'context',
  title: 'layers.railways.title',
  description: 'layers.railways.description',
  symbol: {
    kind: 'line',
    width: 1.2,
    categories: one('layers.railways.legend.all', {
      light: '#9c9690',
      dark: '#6b7280',
    }),
  },
  visible: true,
  opacity: 1,
  fields: provenanceFields,
  clickable: false,
  base: true,
  untilBasemap: 12,
};

export const stations: LayerEntry = {
  id: 'stations',
  group: 'base',
  geometry: 'point',
  role: 'context',
  title: 'layers.stations.title',
  description: 'layers.stations.description',
  symbol: {
    kind: 'point',
    shape: 'circle',
    radius: 2.6,
    minZoom: 11,
    categories: one('layers.stations.legend.all', { light: '#5f5a54', dark: '#aab2bf' }),
  },
  visible: true,
  opacity: 1,
  fields: provenanceFields,
  label: { property: 'name', propertyEn: 'nameEn', minZoom: 11.8, size: 10.5 },
  clickable: false,
  base: true,
};
