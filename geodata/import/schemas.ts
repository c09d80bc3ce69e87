import * as v from 'valibot';
import {
  inundationZoneProperties,
  riverFloodProperties,
  sewerPipeProperties,
  sewerProperties,
  shelterProperties,
} from '../../src/catalog/properties.js';
import { baseProperties } from '../../src/catalog/provenance.js';
import type { ImportLayer } from './layers.js';

/** A place for a feature of the same id: its outline or point, and what follows from the outline alone. */
const placedProperties = v.object({
  ...baseProperties,
  ward: v.optional(v.string()),
  code: v.optional(v.string()),
  drawnAreaHectares: v.optional(v.number()),
});

const yearMonth = v.optional(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}$/)));

/** A line of a trunk sewer with what its source says beside it. */
const trunkProperties = v.object({
  ...baseProperties,
  status: sewerProperties.entries.status,
  statusBasis: sewerProperties.entries.statusBasis,
  periodStart: yearMonth,
  periodEnd: yearMonth,
});

/** What an imported feature of each layer must be before it is written. */
export const officialSchemas: Readonly<Record<ImportLayer, v.GenericSchema<unknown, object>>> = {
  wards: placedProperties,
  towns: placedProperties,
  blocks: v.object({ ...baseProperties, ward: v.string(), town: v.string(), block: v.string() }),
  'zoned-land': v.object({ ...baseProperties, zoneClass: v.number() }),
  'treatment-districts': placedProperties,
  'priority-districts': placedProperties,
  'pump-stations': placedProperties,
  'treatment-centres': placedProperties,
  'inundation-zones': inundationZoneProperties,
  'river-flood': riverFloodProperties,
  shelters: shelterProperties,
  sewers: sewerPipeProperties,
  'trunk-sewers': trunkProperties,
};
