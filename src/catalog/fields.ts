import type { CatalogText } from '../i18n/catalog-text.js';
import type { Field } from './layer-entry.js';

/** Columns every layer shows: how it came to its place, how good it is, where it stands on paper. */
export const provenanceFields: readonly Field[] = [
  {
    property: 'method',
    label: 'shared.provenance.fields.method',
    values: {
      official: 'shared.provenance.values.method.official',
      transcribed: 'shared.provenance.values.method.transcribed',
      constructed: 'shared.provenance.values.method.constructed',
      schematic: 'shared.provenance.values.method.schematic',
    },
  },
  {
    property: 'accuracyMeters',
    label: 'shared.provenance.fields.accuracyMeters',
    unit: 'm',
  },
  { property: 'source', label: 'shared.provenance.fields.source' },
  { property: 'page', label: 'shared.provenance.fields.page' },
  { property: 'asOf', label: 'shared.provenance.fields.asOf' },
];

export const wardField: Field = { property: 'ward', label: 'shared.ward.fields.ward' };
export const districtField: Field = {
  property: 'district',
  label: 'shared.district.fields.district',
};
export const purposeField = (values: Readonly<Record<string, CatalogText>>): Field => ({
  property: 'purpose',
  label: 'shared.purpose.fields.purpose',
  values,
});
export const startedField: Field = {
  property: 'started',
  label: 'shared.started.fields.started',
};
