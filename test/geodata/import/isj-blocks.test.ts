import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildArchives } from '../../../geodata/build/archives.js';
import { withOfficialBlocks } from '../../../geodata/build/official-blocks.js';
import { ownCityData } from '../../../geodata/cities/cities.js';
import { importLayers } from '../../../geodata/import/layers.js';
import { addressReport } from '../../../src/service/address-report.js';
import { cp932 } from './make-files.js';
import { manifestIn, publicTiles, realCity } from './real-city.js';
import { countsOf, importSandbox, reportOf } from './small-city.js';

const header =
  '"都道府県名","市区町村名","大字・丁目名","小字・通称名","街区符号・地番","座標系番号","Ｘ座標","Ｙ座標","緯度","経度","住居表示フラグ","代表フラグ","更新前履歴フラグ","更新後履歴フラグ"';
const row = (city: string, town: string, block: string, longitude: number, latitude: number) =>
  `"福岡県","${city}","${town}","","${block}","2","65000.1","-55000.2","${latitude}","${longitude}","1","1","0","0"`;
const csv = (...rows: string[]) => cp932([header, ...rows, ''].join('\r\n'));
const layer = 'blocks';

describe('街区レベル位置参照情報', () => {
  it('comes as published: CP932, one ward a file, another file adds its ward', async () => {
    const city = importSandbox();
    const rows = [
      row('福岡市中央区', '天神一丁目', '8', 130.4017, 33.5902),
      row('福岡市中央区', '天神１丁目', '０９', 130.4019, 33.5904),
      row('福岡市中央区', '天神一丁目', '8', 130.4018, 33.5903),
      row('福岡市中央区', '天神一丁目', '甲5', 130.4018, 33.5903),
      row('春日市', '春日一丁目', '1', 130.47, 33.53),
    ];
    const report = reportOf(await city.importFile('40133_2022.csv', csv(...rows), { layer }));
    expect(report).toMatchObject({
      driver: 'isj-blocks',
      asOf: '2022-01-01',
      features: 3,
      coverage: ['40133'],
    });
    expect(report.dataSets[0]).toMatchObject({ encoding: 'CP932' });
    expect(countsOf(report.skipped, 'reason')).toEqual({ 'no-block-number': 1, 'other-municipality': 1 });
    expect(city.written(layer).map(({ properties }) => properties?.['id'])).toEqual([
      'block/中央区/天神一丁目 8/1',
      'block/中央区/天神一丁目 9/1',
      'block/中央区/天神一丁目 8/2',
    ]);
    expect(city.written(layer)[0]?.geometry).toEqual({ type: 'Point', coordinates: [130.4017, 33.5902] });
    const other = csv(row('福岡市博多区', '博多駅前一丁目', '1', 130.42, 33.59));
    const second = reportOf(await city.importFile('40132_2024.csv', other, { layer }));
    expect(second.difference).toMatchObject({ before: 3, after: 4 });
    expect(new Set(city.written(layer).map(({ properties }) => properties?.['asOf']))).toEqual(
      new Set(['2022-01-01', '2024-01-01']),
    );
    expect(await city.importFile('blocks.csv', other, { layer })).toMatchObject({ problem: 'as-of-unknown' });
    const columns = cp932('"名","緯度","経度"\r\n"x","33.59","130.4"\r\n');
    expect(await city.importFile('40132_2024.csv', columns, { layer })).toMatchObject({
      problem: 'not-this-data',
    });
  });
});

describe('the city with newer blocks of one ward', () => {
  const city = realCity();
  const ward = '中央区';
  const own = ownCityData();
  const known = own.readGeometry().blocks.filter((block) => block.ward === ward);
  const inTown = known.filter(({ town }) => town === '天神一丁目');
  const place = inTown[0]!;
  let rebuilt: string[];
  beforeAll(async () => {
    const rows = known.map(({ town, block, longitude, latitude }) =>
      row(`福岡市${ward}`, town, block, longitude, latitude),
    );
    const added = row(`福岡市${ward}`, '天神一丁目', '77', place.longitude + 0.0001, place.latitude);
    const file = city.write('40133_2024.csv', csv(...rows, added));
    rebuilt = reportOf(await city.run({ file, layer })).rebuilt.map((each) => each.layer);
  }, 600_000);

  it('finds its new block, with the day of the file; other wards keep theirs', async () => {
    const [before, after] = [manifestIn(publicTiles), manifestIn(city.tiles)];
    const changed = Object.keys(after.documents).filter(
      (id) => after.documents[id]?.sha256 !== before.documents[id]?.sha256 && id.startsWith('blocks/'),
    );
    expect(changed).toEqual(['blocks/chuo']);
    const { entries = 0, asOf, source } = after.documents['blocks/chuo']!;
    expect([entries, asOf]).toEqual([(before.documents['blocks/chuo']?.entries ?? 0) + 1, '2024-01-01']);
    expect(source).toContain('街区レベル位置参照情報');
    const answer = addressReport(await city.service(), `福岡市${ward}天神1丁目77番1号`);
    const match = { id: `block:town/${ward}/天神一丁目:77`, matchLevel: 'block' };
    expect(answer).toMatchObject({ ok: true, answer: { match, report: { address: { block: '77' } } } });
  });

  it('names the layers that rest on them, and changes no other', () => {
    const [before, after] = [manifestIn(publicTiles), manifestIn(city.tiles)];
    const under: readonly string[] = importLayers[layer].under;
    const changed = Object.keys(after.layers).filter(
      (id) => after.layers[id]?.sha256 !== before.layers[id]?.sha256,
    );
    expect(changed.filter((id) => !under.includes(id))).toEqual([]);
    expect([...rebuilt].sort()).toEqual([...under].sort());
  });

  it('gives the archive of numbers the same points', () => {
    const merged = withOfficialBlocks(own, city.official);
    expect(merged.readGeometry().blocks).toHaveLength(own.readGeometry().blocks.length + 1);
    const [built, before] = [merged, own]
      .map((data) => buildArchives(publicTiles, data))
      .map((archives) => archives.get('block-numbers')!.entry);
    expect(built!.inputs).not.toBe(before!.inputs);
    // One ward of seven is newer: the whole is as of the oldest.
    expect(built!.asOf).toBe(before!.asOf);
    expect(readFileSync(join(publicTiles, 'block-numbers.pmtiles')).length).toBe(before!.bytes);
  });
});
