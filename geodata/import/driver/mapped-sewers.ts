import { filteredOut, mappedNumber, mappedText } from './mapped-columns.js';
import { mappedBasics } from './mapped-areas.js';
import { officialFeature } from './official-feature.js';
import type { ImportDriver } from './import-driver.js';

/** Numbers a sewer may carry, with their unit in the name; null = the file does not say. */
const sewerNumbers = [
  'diameterMillimeters',
  'lengthMeters',
  'gradientPermille',
  'upstreamInvertMeters',
  'downstreamInvertMeters',
] as const;
/** Texts a sewer may carry. `kind` is one of storm, sanitary, combined. */
const sewerTexts = ['kind', 'shape', 'material', 'built'] as const;

/** Sewer lines from one's own file (ledger export, GIS); whatever the mapping names is taken over. */
export const mappedSewers: ImportDriver = {
  ...mappedBasics,
  id: 'own-sewers',
  title: '下水道管きょ（自分のファイル）',
  layers: ['sewers'],
  take(attributes, context) {
    const name = mappedText(attributes, 'name', context);
    const label = name ?? mappedText(attributes, 'id', context) ?? '';
    const out = filteredOut(attributes, context.mapping, label);
    if (out) return out;
    const numbers = sewerNumbers.map(
      (property) => [property, mappedNumber(attributes, property, context)] as const,
    );
    const texts = sewerTexts.map(
      (property) => [property, mappedText(attributes, property, context)] as const,
    );
    const own = { sourceId: mappedText(attributes, 'id', context), name };
    return { keep: { ...own, ...Object.fromEntries<string | number | null>([...numbers, ...texts]) }, label };
  },
  finish: (drafts, context) =>
    drafts.map(({ properties: { sourceId, name, ...rest }, geometry }, index) => {
      const own = typeof sourceId === 'string' ? sourceId : String(index + 1);
      const called = typeof name === 'string' ? name : `管きょ ${own}`;
      const named = {
        id: `sewer-${own}`,
        name: called,
        nameEn: typeof name === 'string' ? name : `Sewer ${own}`,
      };
      return officialFeature(context, named, rest, geometry);
    }),
};
