import { firstText, textOf } from './attributes.js';
import { municipality, wardInAddress } from './municipality.js';
import { officialFeature } from './official-feature.js';
import { officialTownName } from './place-name.js';
import type { ImportDriver } from './import-driver.js';

const townColumns = ['大字・丁目名', '大字・町丁目名', '大字町丁目名'];
const blockColumn = '街区符号・地番';

/** Of a 街区符号 or 地番 the number, as blocks are asked for: `8`, `０８`; null for 甲5, 12-3 and the like. */
function blockNumber(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/^0+(?=\d)/, '');
  return /^[1-9]\d{0,4}$/.test(plain) ? plain : null;
}

/**
 * 街区レベル位置参照情報 (国土交通省): a point a block, in a 大字 a lot. Towns are divided by them, addresses found, built land
 * told; the layers and the block numbers are built from them, they are no layer of the map.
 */
export const isjBlocks: ImportDriver = {
  id: 'isj-blocks',
  title: '国土交通省 街区レベル位置参照情報（CSV）',
  layers: ['blocks'],
  expects: ['都道府県名', '市区町村名', '大字・丁目名', blockColumn, '緯度', '経度'],
  recognises: (fields) => fields.has(blockColumn) && townColumns.some((column) => fields.has(column)),
  needsMapping: false,
  // Its columns are degrees of the world datum by definition.
  specifiedCrs: 'EPSG:6668',
  credit: '「街区レベル位置参照情報」（国土交通省）を加工して作成',
  accuracyMeters: 30,
  beyondFrame: 'fail',
  // `40133_2022.csv`: the year alone, so its first day.
  asOf: ({ fileName, names }) => {
    const year = [fileName, ...names].flatMap(
      (name) => /(?<!\d)\d{5}_(20\d\d)(?!\d)/.exec(name)?.[1] ?? [],
    )[0];
    return year === undefined ? null : `${year}-01-01`;
  },

  take(attributes) {
    const place = `${textOf(attributes, '都道府県名') ?? ''}${textOf(attributes, '市区町村名') ?? ''}`;
    const town = firstText(attributes, townColumns);
    const written = textOf(attributes, blockColumn) ?? '';
    const label = `${place} ${town ?? '?'} ${written}`.trim();
    const ward = wardInAddress(place);
    if (ward === null) return { skip: 'other-municipality', example: label };
    if (town === null) return { skip: 'no-name', example: label };
    const block = blockNumber(written);
    if (block === null) return { skip: 'no-block-number', example: label };
    return { keep: { ward, town: officialTownName(town), block }, label };
  },

  finish(drafts, context) {
    const seen = new Map<string, number>();
    return drafts.map(({ properties, geometry }) => {
      const { ward, town, block } = properties;
      const name = `${String(town)} ${String(block)}`;
      const key = `${String(ward)}/${name}`;
      const count = (seen.get(key) ?? 0) + 1;
      seen.set(key, count);
      const named = { id: `block/${key}/${count}`, name, nameEn: `Block ${String(block)}` };
      return officialFeature(
        context,
        named,
        { ward: ward ?? null, town: town ?? null, block: block ?? null },
        geometry,
      );
    });
  },

  coverage(drafts) {
    const wards = new Set(drafts.map(({ properties }) => String(properties['ward'])));
    return [...municipality.wards].flatMap(([code, name]) => (wards.has(name) ? [code] : []));
  },
};
