import { depthCategories, depthFields, depthRange } from '../depth-categories.js';
import { provenanceFields } from '../fields.js';
import type { LayerEntry } from '../layer-entry.js';

export const inundationZones: LayerEntry = {
  id: 'inundation-zones',
  group: 'hazard',
  geometry: 'polygon',
  role: 'inundationZone',
  title: 'layers.inundationZones.title',
  description: 'layers.inundationZones.description',
  symbol: {
    kind: 'fill',
    byRange: depthRange,
    categories: [
      ...depthCategories,
      {
        value: null,
        label: 'layers.inundationZones.legend.other',
        colour: { light: '#9c6b1e', dark: '#e6bb6c' },
        pattern: 'cross',
      },
    ],
    fillOpacity: 0.28,
    outlineWidth: 1.6,
    dashed: true,
  },
  visible: false,
  opacity: 1,
  fields: [
    {
      property: 'scenarioMmPerHour',
      label: 'layers.inundationZones.fields.scenarioMmPerHour',
      unit: 'mm/h',
    },
    ...depthFields,
    {
      property: 'sewer',
      label: 'layers.inundationZones.fields.sewer',
    },
    {
      property: 'dangerLevelMeters',
      label: 'layers.inundationZones.fields.dangerLevelMeters',
      unit: 'm',
    },
    {
      property: 'gaugePlace',
      label: 'layers.inundationZones.fields.gaugePlace',
    },
    {
      property: 'firstPublished',
      label: 'layers.inundationZones.fields.firstPublished',
    },
    { property: 'revised', label: 'layers.inundationZones.fields.revised' },
    ...provenanceFields,
  ],
  label: { property: 'name', propertyEn: 'nameEn', minZoom: 13, size: 12 },
  clickable: true,
};

export const riverFlood: LayerEntry = {
  id: 'river-flood',
  group: 'hazard',
  geometry: 'polygon',
  role: 'riverFlood',
  optional: true,
  title: 'layers.riverFlood.title',
  description: 'layers.riverFlood.description',
  symbol: {
    kind: 'fill',
    byRange: depthRange,
    categories: [
      ...depthCategories,
      {
        value: null,
        label: 'layers.riverFlood.legend.other',
        colour: { light: '#3f6ea8', dark: '#8fb8ea' },
        pattern: 'cross',
      },
    ],
    fillOpacity: 0.28,
    outlineWidth: 0.8,
  },
  visible: false,
  opacity: 1,
  fields: [
    { property: 'river', label: 'layers.riverFlood.fields.river' },
    {
      property: 'scenario',
      label: 'layers.riverFlood.fields.scenario',
      values: {
        'assumed-maximum': 'layers.riverFlood.values.scenario.assumed-maximum',
        planned: 'layers.riverFlood.values.scenario.planned',
      },
    },
    ...depthFields,
    ...provenanceFields,
  ],
  clickable: true,
};
