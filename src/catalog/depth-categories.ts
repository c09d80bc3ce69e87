import type { LocalizedText } from '../i18n/locale.js';
import { localized } from './fields.js';
import type { Category, Field } from './layer-entry.js';
import { depthClasses, sixClassMeaning, type DepthClass } from './national.js';

function words({ minMeters: min, maxMeters: max }: DepthClass): LocalizedText {
  if (max === null)
    return localized(`${min} m以上`, `${min} mより 深い`, `${min} m or more`, `${min}米以上`, `${min}m 이상`);
  if (min === 0)
    return localized(`${max} m未満`, `${max} mより 浅い`, `under ${max} m`, `不足${max}米`, `${max}m 미만`);
  return localized(
    `${min}〜${max} m`,
    `${min}〜${max} m`,
    `${min}–${max} m`,
    `${min}–${max}米`,
    `${min}–${max}m`,
  );
}

/** A colour that the six-class form gives a wider meaning says both. */
function bothWords(narrow: LocalizedText, wide: LocalizedText): LocalizedText {
  return localized(
    `${narrow.ja}（6区分の図では${wide.ja}）`,
    `${narrow.easy}（6つに 分けた 図では ${wide.easy}）`,
    `${narrow.en} (in six classes: ${wide.en})`,
    `${narrow.zh}（六级图：${wide.zh}）`,
    `${narrow.ko} (6구분: ${wide.ko})`,
  );
}

/**
 * Depth classes of 水害ハザードマップ作成の手引き in their published colours, the same in every theme. Municipalities
 * cut classes finer or coarser: one is painted in the colour of the narrowest published class that holds all of it.
 */
export const depthCategories: readonly Category[] = depthClasses.map((depth): Category => {
  const { minMeters, maxMeters, colour } = depth;
  const wide = sixClassMeaning.find((each) => each.colour === colour);
  const narrow = words(depth);
  return {
    value: `${minMeters}-${maxMeters ?? ''}`,
    within: [depth, ...(wide ? [wide] : [])].map((each) => [each.minMeters, each.maxMeters] as const),
    label: wide ? bothWords(narrow, words(wide)) : narrow,
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
    label: localized('浸水深（下限）', '水の 深さ（ここから）', 'Depth from', '水深（下限）', '침수심(하한)'),
    unit: 'm',
  },
  {
    property: depthRange.max,
    label: localized('浸水深（上限）', '水の 深さ（ここまで）', 'Depth to', '水深（上限）', '침수심(상한)'),
    unit: 'm',
  },
];
