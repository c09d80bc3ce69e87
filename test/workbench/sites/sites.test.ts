import { describe, expect, it } from 'vitest';
import { readFile } from 'node:fs/promises';
import { catalogue } from '../../../src/catalog/layers.js';
import { city } from '../../../src/catalog/city.js';
import { answerSites, type SiteAnswerer } from '../../../src/workbench/sites/answer-sites.js';
import { maximumSites, parseSites } from '../../../src/workbench/sites/parse-sites.js';
import { sitesAsExport, sitesAsLayer } from '../../../src/workbench/sites/site-export.js';
import { toCsv } from '../../../src/workbench/export/to-csv.js';
import { batchAnswerer } from '../../../src/service/batch.js';
import { Service } from '../../../src/service/service.js';

const listOf = (input: string | Uint8Array) => {
  const result = parseSites(input);
  if (!result.ok) throw new Error(result.problem);
  return result.list;
};

describe('pasted lists', () => {
  it('reads a CSV with a header in either language', () => {
    const list = listOf('名称,緯度（度）,経度\n本庁,33.5902,130.4017\n');
    expect(list.columns).toEqual({ longitude: '経度', latitude: '緯度（度）', address: null });
    expect(list.rows[0]).toMatchObject({
      line: 2,
      label: '本庁',
      longitude: '130.4017',
      latitude: '33.5902',
    });
    expect(listOf('id\taddress\n1\t中央区天神1-8-1').rows[0]).toMatchObject({
      address: '中央区天神1-8-1',
      label: '1',
    });
  });

  it('reads plain lines: addresses with commas, pairs either way round, full-width digits', () => {
    const rows = listOf(
      '中央区天神1-8-1\n\n33.5902, 130.4017\n130.4207 33.5898\n３３．５９，１３０．４',
    ).rows;
    expect(
      rows.map(({ address, longitude, latitude, line }) => [line, address, longitude, latitude]),
    ).toEqual([
      [1, '中央区天神1-8-1', '', ''],
      [3, '', '130.4017', '33.5902'],
      [4, '', '130.4207', '33.5898'],
      [5, '', '130.4', '33.59'],
    ]);
  });

  it('reads CP932 bytes', () => {
    // 住所 / 天神
    const bytes = Uint8Array.from([0x8f, 0x5a, 0x8f, 0x8a, 0x0a, 0x93, 0x56, 0x90, 0x5f]);
    expect(listOf(bytes).rows[0]?.address).toBe('天神');
  });

  it('keeps both of two columns of one name, and answers by the first', () => {
    const [row] = listOf('住所,備考,備考,住所\n天神,a,b,博多').rows;
    expect(row).toMatchObject({ address: '天神', cells: { 備考: 'a', '備考 2': 'b', '住所 2': '博多' } });
  });

  it('names what is wrong', () => {
    expect(parseSites(' \n')).toMatchObject({ ok: false, problem: 'empty' });
    expect(parseSites('緯度,名称\n33,a')).toMatchObject({ ok: false, problem: 'no-columns' });
    expect(parseSites('天神\n'.repeat(maximumSites + 1))).toMatchObject({
      ok: false,
      problem: 'too-many',
      limit: maximumSites,
    });
  });
});

describe('answers', () => {
  const service = new Service(city, catalogue);
  const answerer: SiteAnswerer = {
    batch: (rows) => Promise.resolve(rows.map(batchAnswerer(service))),
    locate: (address) => Promise.resolve(service.search(address, 1)?.candidates[0]?.position ?? null),
  };
  const quiet = { signal: new AbortController().signal, onProgress: () => undefined };

  it('adds the report to every row, in order, with an error where there is none', async () => {
    await service.loadSharedAreas();
    await service.load(async (name) => {
      try {
        return { ok: true, bytes: new Uint8Array(await readFile(`public/tiles/${name}`)) };
      } catch {
        return { ok: false, reason: 'missing' };
      }
    });
    const { rows } = listOf('名称,住所\n市役所,中央区天神1丁目\n謎,架空町999\n空,\n');
    const sites = await answerSites(rows, answerer, quiet);
    expect(sites.map(({ answer }) => answer.error === null)).toEqual([true, false, false]);
    expect(sites[0]?.answer.district).toBe('中部');
    expect(sites[0]?.position?.[0]).toBeCloseTo(130.4, 1);
    expect(sites[1]?.position).toBeNull();
    const csv = new TextDecoder().decode(toCsv(sitesAsExport(sites, '敷地', '出典'), 'degrees', 6670));
    expect(csv.split('\r\n')[0]).toMatch(
      /^名称,住所,matched,match_level,.*,error,answered_longitude,answered_latitude,answered_accuracy_m,longitude,latitude$/,
    );
    expect(csv).toContain('市役所');
  });

  it('become features: every row, a column of the list before the report’s of the same name', async () => {
    const { rows } = listOf('住所,ward,error,__proto__\n中央区天神1丁目,w,e,p\n架空町999\n');
    const sites = await answerSites(rows, answerer, quiet);
    const { features } = sitesAsExport(sites, '敷地', '');
    expect(features.map(({ geometry }) => geometry)).toEqual([
      { type: 'Point', coordinates: [...(sites[0]?.position ?? [])] },
      null,
    ]);
    const [placed, unplaced] = features.map(({ properties }) => new Map(Object.entries(properties)));
    expect(['ward', 'mizumichi_ward', '__proto__'].map((name) => placed?.get(name))).toEqual([
      'w',
      '中央区',
      'p',
    ]);
    // A short row: what the report says is called as in the other rows.
    expect([unplaced?.get('error'), unplaced?.get('mizumichi_error')]).toEqual([undefined, 'no-match']);
    const layer = sitesAsLayer(sites, '敷地');
    expect(layer.features.map(({ id, type, geometry }) => [id, type, geometry])).toEqual([
      [0, 'Feature', features[0]?.geometry],
      [1, 'Feature', null],
    ]);
    expect(layer.counts).toEqual({ point: 1, line: 0, polygon: 0, none: 1 });
  });

  it('has no place where half of one is missing', async () => {
    const { rows } = listOf('経度,緯度\n130.4,33.6\n,33.6\n');
    const sites = await answerSites(rows, answerer, quiet);
    expect(sites.map(({ position }) => position)).toEqual([[130.4, 33.6], null]);
  });

  it('stops between portions when asked to', async () => {
    const stop = new AbortController();
    const { rows } = listOf('33.59,130.40\n'.repeat(500));
    const sites = await answerSites(rows, answerer, { signal: stop.signal, onProgress: () => stop.abort() });
    expect(sites.length).toBeGreaterThan(0);
    expect(sites.length).toBeLessThan(500);
  });
});
