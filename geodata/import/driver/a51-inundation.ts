import { depthClassName, depthClassNameEn, parseDepthClass } from './depth-class.js';
import { fiscalYearInName } from './data-date.js';
import { isOwnCode, municipality } from './municipality.js';
import { numberOf, textOf } from './attributes.js';
import { officialFeature } from './official-feature.js';
import type { ImportDriver } from './import-driver.js';

const expects = ['A51_001', 'A51_002', 'A51_003', 'A51_004', 'A51_005'];

/**
 * 国土数値情報 A51 雨水出水浸水想定区域: one polygon a depth class, the depth as a text.
 * The files say nothing of the rain, the sewer or the danger level: those stay with the yearbook's two zones.
 */
export const a51Inundation: ImportDriver = {
  id: 'a51',
  title: '国土数値情報 A51 雨水出水浸水想定区域',
  layers: ['inundation-zones'],
  expects,
  recognises: (fields) => expects.slice(2).every((field) => fields.has(field)),
  needsMapping: false,
  specifiedCrs: 'EPSG:6668',
  credit: '「国土数値情報（雨水出水浸水想定区域データ）」（国土交通省）を加工して作成（A51）',
  // Made on 1:25,000.
  accuracyMeters: 25,
  beyondFrame: 'fail',
  asOf: (hints) => fiscalYearInName(hints, 'A51'),

  take(attributes, { tally }) {
    const place = `${textOf(attributes, 'A51_003') ?? '?'} ${textOf(attributes, 'A51_004') ?? ''}`.trim();
    if (!isOwnCode(attributes.get('A51_004'))) return { skip: 'other-municipality', example: place };
    const written = textOf(attributes, 'A51_005') ?? '';
    const depth = parseDepthClass(written);
    if (!depth) tally.unknownValue('A51_005', written === '' ? '(empty)' : written, place);
    return {
      keep: { depthMinMeters: depth?.minMeters ?? null, depthMaxMeters: depth?.maxMeters ?? null },
      label: `${place} ${written}`,
    };
  },

  groupBy: ({ depthMinMeters, depthMaxMeters }) => `${String(depthMinMeters)}–${String(depthMaxMeters)}`,

  finish(drafts, context) {
    const depths = drafts.map(({ properties, geometry }) => {
      const attributes = new Map(
        Object.entries(properties).map(([key, value]) => [key, Array.isArray(value) ? null : value]),
      );
      return {
        minMeters: numberOf(attributes, 'depthMinMeters'),
        maxMeters: numberOf(attributes, 'depthMaxMeters'),
        geometry,
      };
    });
    // Shallow first, the deeper ones are drawn over them; unknown last.
    depths.sort(
      (a, b) =>
        (a.minMeters ?? Infinity) - (b.minMeters ?? Infinity) ||
        (a.maxMeters ?? Infinity) - (b.maxMeters ?? Infinity),
    );
    return depths.map(({ minMeters, maxMeters, geometry }) => {
      const depth = minMeters === null ? null : { minMeters, maxMeters };
      return officialFeature(
        context,
        {
          id: `a51-${municipality.code}-${depth ? `${depth.minMeters}-${depth.maxMeters ?? 'up'}` : 'unknown'}`,
          name: `雨水出水浸水想定区域（${depth ? depthClassName(depth) : '浸水深の区分が読めない'}）`,
          nameEn: `Inland-flood assumption area (${depth ? depthClassNameEn(depth) : 'depth class not readable'})`,
        },
        {
          scenarioMmPerHour: null,
          sewer: null,
          gaugeStation: null,
          gaugePlace: null,
          dangerLevelMeters: null,
          overflowPlace: null,
          depthAfter15MinutesMeters: null,
          maximumDepthMeters: null,
          firstPublished: null,
          revised: null,
          depthMinMeters: minMeters,
          depthMaxMeters: maxMeters,
        },
        geometry,
      );
    });
  },

  coverage: () => [municipality.code],
};
