import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cityNames, cityOf } from '../../src/catalog/cities.js';
import { city } from '../../src/catalog/city.js';
import type { LayerEntry } from '../../src/catalog/layer-entry.js';
import { catalogue, layerById } from '../../src/catalog/layers.js';
import type { LayerSources } from '../../src/report/layer-set.js';
import { siteReport } from '../../src/report/site-report.js';
import { createSiteIndex } from '../../src/report/site-index.js';
import { box, collection, feature, fixtureIndex, fixtureLayers, metersEast, point } from './fixture-city.js';

const field = (property: string) => ({ property, label: 'shared.provenance.fields.method' as const });
const declared = (id: string, section: NonNullable<LayerEntry['section']>): LayerEntry => ({
  ...layerById('priority-districts')!,
  ...{ id, role: 'section', section, fields: [field('wells'), field('use'), field('source')] },
});
const wellAreas = declared('well-areas', { kind: 'areas' });
const wells = declared('wells', { kind: 'nearest', count: 1 });
const facts = (id: string, more: object) => ({
  ...{ id, name: id, nameEn: `${id} (en)`, source: '調査報告書', page: 12, asOf: '1986-01-01' },
  ...{ method: 'transcribed', accuracyMeters: 100, note: null },
  ...more,
});
const layers: LayerSources = {
  ...fixtureLayers,
  'well-areas': collection(
    feature(box(130.42, 33.52, 130.43, 33.53), facts('area', { wells: 2_040, hidden: 1 })),
  ),
  wells: collection(
    feature(point(130.425, 33.525), facts('well-1', { use: 'industry' })),
    feature(point(130.44, 33.525), facts('well-2', { use: 'homes' })),
  ),
};

function at(entries: readonly LayerEntry[], position: [number, number], sources = layers) {
  const manifest = { dataVersion: '0123456789ab', asOf: '2025-03-31' };
  const result = siteReport(
    createSiteIndex({ city, catalogue: entries, manifest, layers: sources }),
    position,
  );
  if (!result.ok) throw new Error(result.problem);
  return result.report;
}

describe('what else a city declares', () => {
  const entries = [...catalogue, wellAreas, wells];

  it('stands under sections, a layer each, with the values of its fields and its page', () => {
    const { sections } = at(entries, [130.425, 33.525]);
    expect(sections?.map(({ layer }) => layer)).toEqual(['well-areas', 'wells']);
    const [areas, nearest] = sections ?? [];
    expect(areas?.features).toMatchObject([
      {
        ...{ id: 'area', values: { wells: 2_040, use: null }, certainty: 'clear', inside: true },
        source: { document: '調査報告書', page: 12 },
      },
    ]);
    expect(Object.keys(areas?.features[0]?.values ?? {})).toEqual(['wells', 'use']);
    expect(nearest?.features).toMatchObject([
      { id: 'well-1', values: { wells: null, use: 'industry' }, meters: 0, certainty: 'near-edge' },
    ]);
  });

  it('keeps the rules of certainty: within its accuracy of an edge nothing is clear', () => {
    const just = at(entries, [130.42 - metersEast(50), 33.525]).sections?.[0]?.features;
    expect(just).toMatchObject([{ id: 'area', certainty: 'near-edge', inside: false }]);
    expect(at(entries, [130.42 - metersEast(200), 33.525]).sections?.[0]?.features).toEqual([]);
  });

  it('leaves every other field as it is', () => {
    const { sections, ...rest } = at(entries, [130.425, 33.525]);
    expect(sections).toHaveLength(2);
    expect(JSON.stringify(rest)).toBe(JSON.stringify(at(catalogue, [130.425, 33.525])));
  });

  it('says nothing outside the city, and names a layer that cannot be read', () => {
    expect(at(entries, [130.1, 33.45])).toMatchObject({ inCity: false, sections: [] });
    const report = at(entries, [130.425, 33.525], { ...layers, wells: { failed: 'sha256' } });
    expect(report.sections?.[1]).toEqual({ layer: 'wells', features: [] });
    expect(report.unavailable).toEqual([{ unavailable: true, layer: 'wells', reason: 'sha256' }]);
  });
});

describe('what a city does not declare', () => {
  it('is null, the field stays, and nothing counts as missing', () => {
    const few = catalogue.filter(({ role }) => ['ward', 'context'].includes(role));
    const report = at(few, [130.45, 33.55], { wards: fixtureLayers['wards']!, ...contextOf(few) });
    const whole = at(catalogue, [130.45, 33.55]);
    expect(Object.keys(report)).toEqual(Object.keys(whole));
    expect(report).toMatchObject({
      ...{ inCity: true, town: null, treatment: null, designRainfall: null, priorityDistrict: null },
      ...{ inundation: [], riverFlood: [], unavailable: [] },
      nearest: { shelters: [], pumpStations: [], sewers: [], ponds: [] },
    });
  });

  const contextOf = (entries: readonly LayerEntry[]): LayerSources =>
    Object.fromEntries(entries.filter(({ role }) => role === 'context').map(({ id }) => [id, collection()]));
});

it.each(cityNames)('the report of %s has sections exactly where its catalogue declares some', (name) => {
  const entry = cityOf(name)!;
  const manifest = { dataVersion: '0123456789ab', asOf: entry.city.asOf };
  const index = createSiteIndex({ city: entry.city, catalogue: entry.layers, manifest, layers: {} });
  const result = siteReport(index, [...entry.city.centre]);
  if (!result.ok) throw new Error(result.problem);
  expect('sections' in result.report).toBe(entry.layers.some(({ section }) => section));
});

it('no file of the report names a layer: what a layer is to it, the catalogue says', () => {
  const folder = join(import.meta.dirname, '../../src/report');
  const ids = cityNames.flatMap((name) => cityOf(name)!.layers.map(({ id }) => id));
  const named = readdirSync(folder).flatMap((file) => {
    // Comments, and the types of an index's own parts, are no layers.
    const code = readFileSync(join(folder, file), 'utf8').replace(
      /\/\*[\s\S]*?\*\/|\/\/.*$|SiteIndex\['\w+'\]/gm,
      '',
    );
    return ids.filter((id) => code.includes(`'${id}'`)).map((id) => `${file}: ${id}`);
  });
  expect(named).toEqual([]);
  expect(fixtureIndex().unavailable).toEqual([]);
});
