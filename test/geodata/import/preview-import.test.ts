import { describe, expect, it } from 'vitest';
import {
  previewImport,
  type PreviewInput,
  type PreviewStep,
} from '../../../geodata/import/preview-import.js';
import type { LayerCollection } from '../../../geodata/import/layer-collection.js';
import { mergeOverBuilt } from '../../../geodata/import/merge.js';
import { parseOfficial } from '../../../geodata/import/official-file.js';
import { blobSource } from '../../../src/formats/browser/blob-source.js';
import { box, feature, ksjGeoJson, polygon, zip } from './make-files.js';

const at: [number, number] = [130.4, 33.59];
const a51 = (depth: string, code = '40130') =>
  feature(
    { A51_001: '福岡県', A51_002: '40', A51_003: '福岡市', A51_004: code, A51_005: depth },
    polygon(box(at)),
  );
const file = ksjGeoJson('A51-25_40130', [a51('0.3m未満'), a51('1m以上3m未満', '40202')]);

const zone = (id: string, method: string): LayerCollection['features'][number] => ({
  type: 'Feature',
  properties: { id, name: id, method },
  geometry: polygon(box([130.41, 33.6])),
});
const built: LayerCollection = {
  type: 'FeatureCollection',
  features: [zone('tenjin', 'constructed'), zone('a51-old', 'official')],
};

async function run(name: string, content: string | Uint8Array, more: Partial<PreviewInput> = {}) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return previewImport({
    source: blobSource(name, new Blob([new Uint8Array(bytes)])),
    sha256: 'a'.repeat(64),
    layer: null,
    supported: ['inundation-zones', 'shelters'],
    crs: null,
    asOf: null,
    built: async () => built,
    inUse: async () => built,
    ...more,
  });
}

describe('examine', () => {
  it('recognises the layer, reads the city and gives back a file that can be read again', async () => {
    const steps = new Set<PreviewStep>();
    const answer = await run('A51-25_40130.geojson', file, { onStep: (step) => steps.add(step) });
    expect([...steps]).toEqual(['opening', 'reading', 'comparing']);
    if (answer.kind !== 'ready') throw new Error(answer.kind);
    const { report, text } = answer;
    expect(report).toMatchObject({
      layer: 'inundation-zones',
      read: 2,
      features: 1,
      asOf: '2025-04-01',
      skipped: [{ reason: 'other-municipality', count: 1 }],
    });
    // The area an earlier import had appended gives way.
    expect(report.difference).toMatchObject({ before: 2, after: 2, onlyBefore: ['a51-old'] });
    const official = parseOfficial(text, 'test');
    expect(official.imports[0]).toMatchObject({ sha256: 'a'.repeat(64), coverage: ['40130'] });
    expect(official.features[0]?.properties).toMatchObject({ method: 'official', depthMaxMeters: 0.3 });
  });

  it('reads the zip as it is published and names what it leaves out', async () => {
    const bytes = zip([
      { path: '40130_福岡市/A51-25_40130.geojson', data: file },
      { path: '40130_福岡市/A51-25_40130.shp', data: 'x' },
      { path: 'other/else.gpkg', data: 'x' },
    ]);
    const answer = await run('A51-25_40_GML.zip', bytes);
    if (answer.kind !== 'ready') throw new Error(answer.kind);
    expect(answer.report.notes).toContainEqual({
      kind: 'data-set-ignored',
      count: 1,
      examples: ['other/else.gpkg'],
    });
  });

  it.each([
    ['cut.geojson', file.slice(0, -30), 'truncated'],
    ['empty.geojson', '', 'file-empty'],
    ['photo.jpg', '\u00ff\u00d8', 'unknown-format'],
    ['towns.gpkg', 'SQLite format 3\u0000', 'needs-gdal'],
    ['shape.zip', zip([{ path: 'a/A51.shp', data: 'x' }]), 'needs-gdal'],
    ['read-me.zip', zip([{ path: 'read-me.txt', data: 'x' }]), 'zip-nothing-readable'],
    ['metres.geojson', file.replace('EPSG::6668', 'EPSG::2154'), 'needs-gdal'],
    ['other.geojson', ksjGeoJson('other', [feature({ name: 'x' }, polygon(box(at)))]), 'not-this-data'],
    ['40130.geojson', file.replace('A51-25_40130', 'x'), 'as-of-unknown'],
  ])('refuses %s by name', async (name, content, problem) => {
    expect(await run(name, content)).toMatchObject({ kind: 'refused', problem });
  });

  it('names a layer it may not import, also before its format is read', async () => {
    const towns = ksjGeoJson('r2ka40133', [feature({ KEY_CODE: '1', S_NAME: '天神' }, polygon(box(at)))]);
    expect(await run('r2ka40133.geojson', towns)).toEqual({ kind: 'unsupported', layer: 'towns' });
    const named = await run('anything.shp', 'x', { layer: 'wards' });
    expect(named).toEqual({ kind: 'unsupported', layer: 'wards' });
  });

  it('lets the reader choose where one zip serves several layers', async () => {
    const sheet = (prefix: string) =>
      ksjGeoJson(`${prefix}-12_40`, [feature({ [`${prefix}_001`]: '1', [`${prefix}_002`]: '中部' }, null)]);
    const bytes = zip([
      { path: 'P22a-12_40.geojson', data: sheet('P22a') },
      { path: 'P22b-12_40.geojson', data: sheet('P22b') },
    ]);
    expect(await run('P22-12_40_GML.zip', bytes)).toEqual({
      kind: 'choose',
      layers: ['pump-stations', 'treatment-centres'],
    });
  });

  it('says so when the built layer does not come', async () => {
    const both = ksjGeoJson('P22b-12_40', [feature({ P22b_001: '1', P22b_002: '中部' }, polygon(box(at)))]);
    const answer = await run('P22b-12_40.geojson', both, {
      supported: ['treatment-centres'],
      built: async () => null,
    });
    expect(answer).toMatchObject({ kind: 'refused', problem: 'no-built-layer' });
  });
});

describe('mergeOverBuilt', () => {
  it('keeps constructed zones and lets earlier appended areas give way; the built layer is not changed', () => {
    const merged = mergeOverBuilt('inundation-zones', built, [zone('a51-new', 'official')]);
    expect(merged.features.map(({ properties }) => properties?.['id'])).toEqual(['tenjin', 'a51-new']);
    expect(built.features).toHaveLength(2);
  });
});
