import * as v from 'valibot';
import { inundationZoneProperties, shelterProperties } from '../../src/catalog/properties.js';
import { baseProperties } from '../../src/catalog/provenance.js';
import { sewerNumbers, sewerTexts } from './driver/mapped-sewers.js';
import type { ImportLayer } from './layers.js';

const nullableText = v.nullable(v.string());
const nullableNumber = v.nullable(v.number());
const optional = <Schema extends v.GenericSchema>(names: readonly string[], schema: Schema) =>
  Object.fromEntries(names.map((name) => [name, v.optional(schema)]));

/** A place for a feature of the same id: its outline or point, and what follows from the outline alone. */
const placedProperties = v.object({
  ...baseProperties,
  ward: v.optional(v.string()),
  code: v.optional(v.string()),
  drawnAreaHectares: v.optional(v.number()),
});

/** River flood (A31): never mixed with inland flood, its two scenarios never with each other. */
export const riverFloodProperties = v.object({
  ...baseProperties,
  river: nullableText,
  scenario: v.picklist(['assumed-maximum', 'planned']),
  depthMinMeters: nullableNumber,
  depthMaxMeters: nullableNumber,
});

export const sewerProperties = v.object({
  ...baseProperties,
  ...optional(sewerNumbers, nullableNumber),
  ...optional(sewerTexts, nullableText),
  kind: v.optional(v.nullable(v.picklist(['storm', 'sanitary', 'combined'])), null),
});

/** What an imported feature of each layer must be before it is written. */
export const officialSchemas: Readonly<Record<ImportLayer, v.GenericSchema<unknown, object>>> = {
  wards: placedProperties,
  towns: placedProperties,
  'treatment-districts': placedProperties,
  'priority-districts': placedProperties,
  'pump-stations': placedProperties,
  'treatment-centres': placedProperties,
  'inundation-zones': inundationZoneProperties,
  'river-flood': riverFloodProperties,
  shelters: shelterProperties,
  sewers: sewerProperties,
};
