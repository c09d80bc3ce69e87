import type { Category, Field } from './layer-entry.js';
import { depthClasses, sixClassMeaning, type DepthClass } from './national.js';

const rangeOf = ({ minMeters, maxMeters }: DepthClass) => [minMeters, maxMeters] as const;

/**
 * Depth classes of 水害ハザードマップ作成の手引き in their published colours, the same in every theme. Municipalities
 * cut classes finer or coarser: one is painted in the colour of the narrowest published class that holds all of it.
 */
export const depthCategories: readonly Category[] = depthClasses.map((depth): Category => {
  const { minMeters, maxMeters, colour } = depth;
  const wide = sixClassMeaning.find((each) => each.colour === colour);
  return {
    value: `${minMeters}-${maxMeters ?? ''}`,
    within: [depth, ...(wide ? [wide] : [])].map(rangeOf),
    label: { depth: rangeOf(depth), ...(wide ? { inSixClasses: rangeOf(wide) } : {}) },
    colour: { light: colour, dark: colour },
    // Opaque: what lies below must not turn one class's colour into another's.
    fillOpacity: 1,
    officialOnly: true,
  };
});

export const depthRange = { min: 'depthMinMeters', max: 'depthMaxMeters' } as const;

/** The class in numbers; nothing is shown where it is unknown. */
export const depthFields: readonly Field[] = [
  {
    property: depthRange.min,
    label: 'shared.depth.fields.min',
    unit: 'm',
  },
  {
    property: depthRange.max,
    label: 'shared.depth.fields.max',
    unit: 'm',
  },
];
