import { depthClassName, depthClassNameEn, type DepthClass } from './depth-class.js';
import { fiscalYearInName } from './data-date.js';
import { firstText, numberOf } from './attributes.js';
import { municipality } from './municipality.js';
import { officialFeature } from './official-feature.js';
import type { Attributes, ImportDriver } from './import-driver.js';

type Scenario = 'assumed-maximum' | 'planned';

const closed = (minMeters: number, maxMeters: number | null): DepthClass => ({ minMeters, maxMeters });

/** 浸水深ランク 1–6 of the editions since FY2019. */
const ranks: ReadonlyMap<number, DepthClass> = new Map([
  [1, closed(0, 0.5)],
  [2, closed(0.5, 3)],
  [3, closed(3, 5)],
  [4, closed(5, 10)],
  [5, closed(10, 20)],
  [6, closed(20, null)],
]);
/** 浸水深コード of the FY2012 edition: five classes (11–15) or seven (21–27). */
const codesOf2012: ReadonlyMap<number, DepthClass> = new Map([
  [11, closed(0, 0.5)],
  [12, closed(0.5, 1)],
  [13, closed(1, 2)],
  [14, closed(2, 5)],
  [15, closed(5, null)],
  [21, closed(0, 0.5)],
  [22, closed(0.5, 1)],
  [23, closed(1, 2)],
  [24, closed(2, 3)],
  [25, closed(3, 4)],
  [26, closed(4, 5)],
  [27, closed(5, null)],
]);

/** Depth columns by edition; the hundreds digit tells planned scale (1) from assumed maximum (2). */
const columns: readonly { field: string; scenario: Scenario; codes: ReadonlyMap<number, DepthClass> }[] = [
  { field: 'A31a_205', scenario: 'assumed-maximum', codes: ranks },
  { field: 'A31b_201', scenario: 'assumed-maximum', codes: ranks },
  { field: 'A31_205', scenario: 'assumed-maximum', codes: ranks },
  { field: 'A31a_105', scenario: 'planned', codes: ranks },
  { field: 'A31b_101', scenario: 'planned', codes: ranks },
  { field: 'A31_105', scenario: 'planned', codes: ranks },
  { field: 'A31_001', scenario: 'planned', codes: codesOf2012 },
];
const riverColumns = ['A31a_202', 'A31a_102', 'A31_202', 'A31_102'];
const isOtherKind = (field: string) => /^A31[ab]?_[34]\d\d$/.test(field);

function depthOf(attributes: Attributes) {
  const column = columns.find(({ field }) => attributes.get(field) !== null && attributes.has(field));
  if (!column) return null;
  const code = numberOf(attributes, column.field);
  return { ...column, code, depth: code === null ? null : (column.codes.get(code) ?? null) };
}

/**
 * 国土数値情報 A31 洪水浸水想定区域: a river bursting its banks. Another hazard than inland flood, so another layer;
 * planned scale and assumed maximum are two scenarios and are never put together.
 */
export const a31RiverFlood: ImportDriver = {
  id: 'a31',
  title: '国土数値情報 A31 洪水浸水想定区域',
  layers: ['river-flood'],
  expects: ['A31a_205', 'A31b_201'],
  recognises: (fields) =>
    columns.some(({ field }) => fields.has(field)) || [...fields].some((field) => isOtherKind(field)),
  needsMapping: false,
  specifiedCrs: 'EPSG:6668',
  credit: '「国土数値情報（洪水浸水想定区域データ）」（国土交通省）を加工して作成（A31）',
  accuracyMeters: 25,
  beyondFrame: 'clip',
  // `A31a-20-24_…`: the first number is the kind of area (20 = assumed maximum), the second the year.
  asOf: (hints) => fiscalYearInName(hints, 'A31[ab]?-[1-4]\\d') ?? fiscalYearInName(hints, 'A31[ab]?'),

  take(attributes, { tally }) {
    const river = firstText(attributes, riverColumns);
    const found = depthOf(attributes);
    // Duration of flooding, house-collapse zones: areas of another meaning.
    if (!found) return { skip: 'other-kind', example: [...attributes.keys()].find(isOtherKind) ?? '' };
    if (!found.depth) tally.unknownValue(found.field, String(attributes.get(found.field) ?? ''), river ?? '');
    return {
      keep: {
        river,
        scenario: found.scenario,
        depthMinMeters: found.depth?.minMeters ?? null,
        depthMaxMeters: found.depth?.maxMeters ?? null,
      },
      label: `${river ?? ''} ${found.field}=${String(attributes.get(found.field) ?? '')}`.trim(),
    };
  },

  groupBy: ({ river, scenario, depthMinMeters, depthMaxMeters }) =>
    JSON.stringify([scenario, river, depthMinMeters, depthMaxMeters]),

  finish(drafts, context) {
    const isMaximum = ({ properties }: (typeof drafts)[number]) =>
      properties['scenario'] === 'assumed-maximum';
    const maximum = drafts.filter(isMaximum);
    const kept = maximum.length > 0 ? maximum : drafts;
    for (const draft of drafts)
      if (maximum.length > 0 && !isMaximum(draft)) context.tally.note('other-scenario-left-out', draft.label);
    const order = ({ properties }: (typeof kept)[number]) =>
      [properties['river'] ?? '', String(properties['depthMinMeters'] ?? '~').padStart(4, '0')].join('|');
    return kept
      .map((draft) => ({ draft, key: order(draft) }))
      .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
      .map(({ draft: { properties, geometry } }, index) => {
        const minMeters = properties['depthMinMeters'];
        const maxMeters = properties['depthMaxMeters'];
        const depth =
          typeof minMeters === 'number'
            ? closed(minMeters, typeof maxMeters === 'number' ? maxMeters : null)
            : null;
        const river = typeof properties['river'] === 'string' ? properties['river'] : null;
        return officialFeature(
          context,
          {
            id: `a31-${municipality.code}-${index + 1}`,
            name: `洪水浸水想定区域 ${river ?? ''}（${depth ? depthClassName(depth) : '浸水深の区分が読めない'}）`,
            nameEn: `River-flood assumption area (${depth ? depthClassNameEn(depth) : 'depth class not readable'})`,
          },
          properties,
          geometry,
        );
      });
  },

  coverage: () => [municipality.code],
};
