import { provenanceFields, wardField } from '../../fields.js';
import type { LayerEntry } from '../../layer-entry.js';

export const rainbowPlan: LayerEntry = {
  id: 'rainbow-plan',
  group: 'rainfall',
  geometry: 'polygon',
  role: 'rainfallPlan',
  title: 'layers.rainbowPlan.title',
  description: 'layers.rainbowPlan.description',
  symbol: {
    kind: 'fill',
    by: 'part',
    categories: [
      {
        value: 'whole',
        label: 'layers.rainbowPlan.legend.whole',
        colour: { light: '#7a4bc2', dark: '#b79af0' },
      },
      {
        value: 'phase1',
        label: 'layers.rainbowPlan.legend.phase1',
        colour: { light: '#5b2ea6', dark: '#cbb6f7' },
        pattern: 'dots',
        liesOn: 'phase2',
      },
      {
        value: 'phase2',
        label: 'layers.rainbowPlan.legend.phase2',
        colour: { light: '#8f63d8', dark: '#a583ea' },
        pattern: 'diagonal',
        liesOn: 'whole',
      },
    ],
    fillOpacity: 0.22,
    outlineWidth: 2,
    dashed: true,
  },
  visible: true,
  opacity: 1,
  fields: [
    {
      property: 'targetMmPerHour',
      label: 'layers.rainbowPlan.fields.targetMmPerHour',
      unit: 'mm/h',
    },
    {
      property: 'stageMmPerHour',
      label: 'layers.rainbowPlan.fields.stageMmPerHour',
      unit: 'mm/h',
    },
    { property: 'period', label: 'layers.rainbowPlan.fields.period' },
    {
      property: 'statedAreaHectares',
      label: 'layers.rainbowPlan.fields.statedAreaHectares',
      unit: 'ha',
    },
    {
      property: 'drawnAreaHectares',
      label: 'layers.rainbowPlan.fields.drawnAreaHectares',
      unit: 'ha',
    },
    ...provenanceFields,
  ],
  label: { property: 'name', propertyEn: 'nameEn', minZoom: 13, size: 12 },
  clickable: true,
};

export const priorityDistricts: LayerEntry = {
  id: 'priority-districts',
  group: 'rainfall',
  geometry: 'polygon',
  role: 'priorityDistrict',
  title: 'layers.priorityDistricts.title',
  description: 'layers.priorityDistricts.description',
  symbol: {
    kind: 'fill',
    categories: [
      {
        value: null,
        label: 'layers.priorityDistricts.legend.other',
        colour: { light: '#b8451f', dark: '#ff9a73' },
        pattern: 'diagonal',
      },
    ],
    fillOpacity: 0.3,
    outlineWidth: 1.6,
  },
  visible: false,
  opacity: 1,
  fields: [
    wardField,
    {
      property: 'designMmPerHour',
      label: 'layers.priorityDistricts.fields.designMmPerHour',
      unit: 'mm/h',
    },
    { property: 'period', label: 'layers.priorityDistricts.fields.period' },
    { property: 'towns', label: 'layers.priorityDistricts.fields.towns' },
    ...provenanceFields,
  ],
  label: { property: 'name', propertyEn: 'nameEn', minZoom: 11.5, size: 12 },
  sharedOutlines: true,
  clickable: true,
};
