import * as turf from '@turf/turf';
import type { Feature, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { catalogue, layerById } from '../../src/catalog/layers.js';
import { city } from '../../src/catalog/city.js';
import { translate } from '../../src/i18n/translate.js';
import { siteReport } from '../../src/report/site-report.js';
import { createSiteIndex, siteRoles } from '../../src/report/site-index.js';
import type { SiteReport } from '../../src/report/site-report-types.js';
import { reportText } from '../../src/report-text/report-text.js';
import { reportAsPlainText } from '../../src/report-text/plain-text.js';
import { builtLayers, builtManifest } from '../report/built-data.js';

const withLayers = (layers: Parameters<typeof createSiteIndex>[0]['layers']) =>
  createSiteIndex({ city, catalogue, manifest: builtManifest, layers });
const complete = withLayers(builtLayers);

/** A place in everything at once would be best; these two are in it between them. */
const inPriority = turf.pointOnFeature(
  builtLayers['priority-districts']?.features.find(({ geometry }) => geometry) as Feature<Polygon>,
).geometry.coordinates;
const places: Record<string, readonly number[]> = { 天神: [130.4017, 33.5902], 重点地区: inPriority };

const translation = translate('ja');
const words = (report: SiteReport) =>
  reportAsPlainText(
    reportText(report, translation, (id) => translation.text(layerById(id)?.title) ?? id),
    translation,
    '',
  );
const answer = (index: typeof complete, place: readonly number[]): SiteReport => {
  const result = siteReport(index, place);
  if (!result.ok) throw new Error(result.problem);
  return result.report;
};

/** What a report says without a layer of the role: unknown, in every part the layer speaks of, and only there. */
const unknown: Record<string, { parts: (keyof SiteReport)[]; is: (report: SiteReport) => void }> = {
  ward: {
    // Without the coast every edge counts, so other parts may be less certain, never more.
    parts: ['ward', 'wardEn', 'wardAlternatives', 'inCityCertainty', 'treatment', 'town', 'designRainfall'],
    is: (report) => expect(report).toMatchObject({ ward: null, inCityCertainty: null, inCity: true }),
  },
  town: {
    parts: ['town', 'treatment', 'programmes'],
    is: (report) => expect(report).toMatchObject({ town: null, treatment: { townUnchecked: true } }),
  },
  treatmentDistrict: {
    parts: ['treatment', 'designRainfall', 'programmes'],
    is: (report) => {
      expect(report).toMatchObject({ treatment: null, designRainfall: { sewerArea: null } });
      expect(words(report)).toContain('この水準が適用されるかわかりません');
    },
  },
  rainfallPlan: {
    parts: ['designRainfall'],
    is: (report) => {
      expect(report.designRainfall).toBeNull();
      expect(words(report)).toContain('雨水整備水準（計画）: データを読めなかったため、わかりません');
    },
  },
  priorityDistrict: {
    parts: ['priorityDistrict', 'priorityCandidates'],
    is: (report) => expect(report).toMatchObject({ priorityDistrict: null, priorityCandidates: [] }),
  },
  inundationZone: {
    parts: ['inundation'],
    is: (report) => {
      expect(report.inundation).toEqual([]);
      expect(words(report)).not.toContain(translation.t.report.inundationNone);
    },
  },
  combinedSewer: {
    parts: ['programmes'],
    is: (report) => expect(report.programmes.map(({ applies }) => applies)).toContain('unknown'),
  },
  shelter: { parts: ['nearest'], is: (report) => expect(report.nearest.shelters).toEqual([]) },
  pumpStation: { parts: ['nearest'], is: (report) => expect(report.nearest.pumpStations).toEqual([]) },
  sewer: { parts: ['nearest'], is: (report) => expect(report.nearest.sewers).toEqual([]) },
  pond: { parts: ['nearest'], is: (report) => expect(report.nearest.ponds).toEqual([]) },
};

const answering = catalogue.filter(({ id, role }) => siteRoles.has(role) && builtLayers[id]);

describe('a layer that could not be read', () => {
  it('is of a role whose silence is known here', () => {
    expect([...new Set(answering.map(({ role }) => role))].sort()).toEqual(Object.keys(unknown).sort());
  });

  it.each(answering.map(({ id, role }) => [id, role] as const))(
    'makes its own part of the report unknown, says so by name, and changes no other: %s',
    (id, role) => {
      const index = withLayers({ ...builtLayers, [id]: { failed: 'http-404' } });
      const { parts, is } = unknown[role] as (typeof unknown)[string];
      const title = translation.text(layerById(id)?.title) as string;
      for (const place of Object.values(places)) {
        const [before, after] = [answer(complete, place), answer(index, place)];
        is(after);
        expect(after.unavailable).toEqual([{ unavailable: true, layer: id, reason: 'http-404' }]);
        expect(words(after)).toContain(`「${title}」のデータを読めなかったため、この部分はわかりません。`);
        after.programmes.forEach(({ applies }, at) => {
          if (applies !== before.programmes[at]?.applies) expect(applies).toBe('unknown');
        });
        for (const key of Object.keys(before) as (keyof SiteReport)[])
          if (key !== 'unavailable' && !parts.includes(key)) expect(after[key], key).toEqual(before[key]);
      }
    },
  );

  it('leaves no way to say "outside the city" when wards and all that lies in them are missing', () => {
    const failed = { failed: 'http-404' };
    const index = withLayers({ ...builtLayers, wards: failed, towns: failed, 'treatment-districts': failed });
    const report = answer(index, places['天神'] as readonly number[]);
    expect(report).toMatchObject({ inCity: false, inCityCertainty: null });
    expect(words(report)).toContain('市内かどうか、わかりません');
    expect(words(report)).not.toContain(translation.t.report.notInCity);
  });
});
