/** Every reader of something from outside, in one table: `npm run fuzz` at length, test/fuzz/fuzz.test.ts a little. */
import { CsvProblem } from '../../src/formats/text/read-csv.js';
import { gzipSync } from 'fflate';
import fc from 'fast-check';
import { PMTiles, bytesToHeader } from 'pmtiles';
import * as v from 'valibot';
import { parseDepthClass } from '../../geodata/import/driver/depth-class.js';
import { previewImport } from '../../geodata/import/preview-import.js';
import { parseOfficial, writeOfficial } from '../../geodata/import/official-file.js';
import { blobSource } from '../../src/formats/browser/blob-source.js';
import { inDegrees } from '../../src/formats/in-degrees.js';
import { openFiles } from '../../geodata/import/open-files.js';
import { ReadFailure } from '../../src/formats/read-failure.js';
import { mergeStoredImport } from '../../src/importer/merge-stored-import.js';
import { readPreferences } from '../../src/app/preferences.js';
import { catalogue } from '../../src/catalog/layers.js';
import { manifestSchema } from '../../src/catalog/manifest.js';
import { city } from '../../src/catalog/city.js';
import { parseOriginList } from '../../src/embed/message/allowed-origins.js';
import { readCommand } from '../../src/embed/message/protocol.js';
import { formatEmbedHash, parseEmbedHash } from '../../src/embed/options/embed-hash.js';
import { parseStory, type Inline } from '../../src/embed/story/parse-story.js';
import { readCoordinates } from '../../src/search/coordinates.js';
import { createSearchIndex } from '../../src/search/search-index.js';
import { search } from '../../src/search/search.js';
import { formatHash, parseHash } from '../../src/state/url-state.js';
import { parseVertex } from '../../src/workbench/measure/parse-vertex.js';
import type { GdalPort } from '../../src/formats/gdal/gdal-port.js';
import { readFiles } from '../../src/workbench/overlay/read-files.js';
import { parseWkt } from '../../src/formats/text/wkt.js';
import { readProject, writeProject } from '../../src/workbench/project/project-file.js';
import { parseSites } from '../../src/workbench/sites/parse-sites.js';
import { readCsv } from '../../src/formats/text/read-csv.js';
import { asCollection, parseJson } from '../../src/service/load-layers.js';
import { readDocument } from '../search/read-document.js';
import { gdalInMemory } from '../formats/gdal-for-tests.js';
import { damagedBytes, damagedText } from './damage.js';
import { Broken, type FuzzTarget } from './run-target.js';
import * as seeds from './seeds.js';

const layerIds = catalogue.map(({ id }) => id);
const text = (content: string) => seeds.bytes(content);
const must = (holds: boolean, what: string) => {
  if (!holds) throw new Broken(what);
};
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

const noGdal = (): Promise<GdalPort> => Promise.reject(new Error('not in this test'));
const readDropped = (name: string, bytes: Uint8Array, loadGdal = noGdal) =>
  readFiles([{ name, bytes }], { city: seeds.cityFrame, loadGdal, onProgress: () => undefined });
const source = (name: string, bytes: Uint8Array) => blobSource(name, new Blob([new Uint8Array(bytes)]));

/** Reads every feature, as an import does. */
async function imported(name: string, bytes: Uint8Array): Promise<number> {
  let features = 0;
  for (const layer of (await openFiles([source(name, bytes)], { startGdal: null })).dataSets)
    for await (const feature of inDegrees(layer, { crs: null, axes: 'east-north' }).features)
      features += feature.geometry === null ? 0 : 1;
  return features;
}

function target<Input>(one: FuzzTarget<Input>): FuzzTarget {
  return one;
}

const command = { mizumichi: 1, type: 'fly', centre: [130.4, 33.59], zoom: 13 };
const coordinates = [
  '33.59, 130.40',
  '北緯33度35分24秒 東経130度24分06秒',
  '33°35\'24"N 130°24\'06"E',
  'geo:33.59,130.40',
  'https://maps.example/@33.59,130.40,15z',
  '7FG49QCJ+2V',
  '62000.5, -55000.25',
];
const coordinateTokens = ['°', '′', '"', 'N', '北緯', '東経', '度', ',', ' ', '-', '.', '9', '+', '@'];
const addresses = [
  '福岡市中央区天神1丁目8-1',
  '福岡県福岡市早良区百道浜二丁目3番26号',
  '1-8-1 Tenjin, Chuo-ku, Fukuoka',
  '天神駅 5番出口',
  'てんじん',
  '〒810-8620 市役所',
];
const addressTokens = [
  '丁目',
  '番',
  '号',
  '区',
  '市',
  '大字',
  '-',
  '−',
  '1',
  '一',
  'ヶ',
  'ー',
  ' ',
  ',',
  'ku',
  'chome',
];
const markdown = [
  '# 題\n\n導入 **強い** [源](https://example.org/a)\n\n## 場面\n\n[地図](#/?l=wards)\n\n- 一\n- 二 [x](javascript:alert(1))\n',
];
const markdownTokens = [
  '# ',
  '## ',
  '[',
  ']',
  '](',
  ')',
  '**',
  '- ',
  '\n\n',
  '<b>',
  'https://',
  'javascript:',
  '#/',
];
const manifest = [
  JSON.stringify({
    dataVersion: '0123456789ab',
    pack: 'fukuoka',
    asOf: '2025-03-31',
    documents: { search: { file: 'search.json', bytes: 1, sha256: 'a'.repeat(64) } },
    layers: {
      wards: {
        ...{ file: 'wards.geojson', bytes: 2, sha256: 'b'.repeat(64), features: 7, placed: 7 },
        ...{ bbox: [130, 33, 131, 34], asOf: '2025-03-31', methods: ['official'], accuracyMeters: 10 },
        ...{ sources: ['x'], pages: [1] },
      },
    },
  }),
];
const jsonTokens = [
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"',
  '"__proto__":',
  '"constructor":',
  'null',
  '1e999',
  '[[',
];
const official = [
  writeOfficial({
    layer: 'inundation-zones',
    imports: [
      {
        ...{ driver: 'a51', file: 'x.geojson', sha256: 'a'.repeat(64), asOf: '2025-04-01' },
        ...{ crs: 'EPSG:6668', coverage: ['40130'] },
      },
    ],
    features: [
      {
        type: 'Feature',
        properties: { id: 'a51-1', name: 'x' },
        geometry: { type: 'Point', coordinates: [130.4, 33.59] },
      },
    ],
  }),
];

/** Links of a story lead to https or to states of the map, whatever was written. */
function safeLinks(answer: unknown): void {
  const { ok, story } = answer as ReturnType<typeof parseStory> & { story?: unknown };
  if (!ok) return;
  const words = (JSON.parse(JSON.stringify(story)) as { lead: unknown; steps: unknown }) ?? {};
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { kind, href } = value as Partial<Extract<Inline, { kind: 'link' }>>;
    if (kind === 'link') must(/^(https:\/\/|#\/)/.test(href ?? ''), `a link to ${href}`);
    for (const inner of Object.values(value)) walk(inner);
  };
  walk(words);
}

/** What readFiles gives: layers of finite numbers, or a reason. */
function namedOrFinite(answer: unknown): void {
  for (const result of answer as Awaited<ReturnType<typeof readFiles>>) {
    if (!result.ok) {
      must(typeof result.problem.reason === 'string', 'a failure without a reason');
      continue;
    }
    for (const { features } of result.layers)
      for (const { geometry } of features.slice(0, 50))
        must(
          !/null|NaN|Infinity/.test(
            JSON.stringify(geometry?.type === 'GeometryCollection' ? [] : (geometry?.coordinates ?? [])),
          ),
          'a coordinate that is no number',
        );
  }
}

const droppedText = (name: string, extension: string, list: readonly string[], tokens: readonly string[]) =>
  target<Uint8Array>({
    name,
    reader: 'src/workbench/overlay/read-files.ts',
    cases: () => damagedBytes(list.map(text), tokens),
    run: (input) => readDropped(`a.${extension}`, input),
    holds: namedOrFinite,
  });
const importText = (name: string, extension: string, list: readonly string[], tokens: readonly string[]) =>
  target<Uint8Array>({
    name,
    reader: 'src/formats/open-set.ts',
    cases: () => damagedBytes(list.map(text), tokens),
    run: (input) => imported(`a.${extension}`, input),
    failures: [ReadFailure],
  });

/** A tile archive of one gzipped tile; layout: PMTiles specification 3. */
function tileArchive(): Uint8Array {
  const directory = gzipSync(Uint8Array.of(1, 0, 1, 3, 1));
  const metadata = gzipSync(text('{"name":"x"}'));
  const whole = new Uint8Array(127 + directory.length + metadata.length + 3);
  whole.set(text('PMTiles'));
  whole[7] = 3;
  const view = new DataView(whole.buffer);
  const sections = [127, directory.length, 127 + directory.length, metadata.length, 0, 0];
  sections.push(127 + directory.length + metadata.length, 3, 1, 1, 1);
  sections.forEach((value, index) => view.setUint32(8 + index * 8, value, true));
  whole.set([1, 2, 1, 1, 0, 14], 96);
  whole.set(directory, 127);
  whole.set(metadata, 127 + directory.length);
  return whole;
}

async function tilesOf(bytes: Uint8Array): Promise<number> {
  const archive = new PMTiles({
    getKey: () => 'fuzz',
    getBytes: (offset, length) =>
      Promise.resolve({ data: new Uint8Array(bytes).slice(offset, offset + length).buffer }),
  });
  bytesToHeader(new Uint8Array(bytes).slice(0, 127).buffer, '');
  const tile = await archive.getZxy(0, 0, 0);
  await archive.getMetadata();
  return tile?.data.byteLength ?? 0;
}

let index: ReturnType<typeof createSearchIndex> | undefined;
const plain = (cases: fc.Arbitrary<string>) => () => cases;

export const targets: readonly FuzzTarget[] = [
  target<string>({
    name: 'url-state',
    reader: 'src/state/url-state.ts',
    cases: plain(
      damagedText(
        [
          '#/report?p=130.4017,33.5902&c=130.4,33.59&z=14&l=wards,treatment-districts.60&cv=safe&lang=en&theme=dark&v=0123456789ab',
          '#/tables?layer=wards&f=wards/ward-40133&b=gsi-pale',
        ],
        seeds.urlTokens,
      ),
    ),
    run: (input) => parseHash(input, layerIds),
    // What was understood can be written, and means the same when read again.
    holds: (answer) => {
      const { state } = answer as ReturnType<typeof parseHash>;
      const once = parseHash(formatHash(state), layerIds);
      must(
        same(parseHash(formatHash(once.state), layerIds).state, once.state),
        'the address does not settle',
      );
      must(once.dropped.length === 0, 'an address written here is refused here');
    },
  }),
  target<string>({
    name: 'embed-address',
    reader: 'src/embed/options/embed-hash.ts',
    cases: plain(
      damagedText(
        ['#/?l=wards.60&title=%E9%A1%8C&caption=x&search=1&report=1&cl=towns&story=where-water-goes&step=2'],
        [...seeds.urlTokens, 'title=', 'cl=', 'story='],
      ),
    ),
    run: (input) => parseEmbedHash(input, layerIds),
    holds: (answer) => {
      const { options } = answer as ReturnType<typeof parseEmbedHash>;
      must((options.title ?? '').length <= 120, 'a title beyond its length');
      must(formatEmbedHash(options).startsWith('#/'), 'an address without its beginning');
    },
  }),
  target<unknown>({
    name: 'post-message',
    reader: 'src/embed/message/protocol.ts',
    cases: () =>
      fc.oneof(
        fc.anything({ withNullPrototype: true, withMap: true, withTypedArray: true, withBigInt: true }),
        fc
          .tuple(fc.constantFrom(...Object.keys(command), '__proto__', 'layers', 'id'), fc.anything())
          .map(([key, value]) => Object.fromEntries([...Object.entries(command), [key, value]])),
        damagedText([JSON.stringify(command)], jsonTokens).map((json) => parseJson(text(json))),
      ),
    run: (input) => readCommand(input),
    holds: (answer) => {
      const read = answer as ReturnType<typeof readCommand>;
      if (!read.ok || read.command.type !== 'fly') return;
      must(read.command.centre.every(Number.isFinite), 'a command to fly nowhere');
    },
  }),
  droppedText('geojson', 'geojson', seeds.geoJson, seeds.geoJsonTokens),
  droppedText('csv', 'csv', seeds.csv, seeds.csvTokens),
  droppedText('kml', 'kml', seeds.kml, seeds.kmlTokens),
  droppedText('sxf-sfc', 'sfc', seeds.sfc, seeds.sfcTokens),
  target<Uint8Array>({
    name: 'zip',
    reader: 'src/formats/zip/zip-directory.ts',
    cases: () => damagedBytes(seeds.zips, seeds.zipTokens),
    run: (input) => readDropped('a.zip', input),
    holds: namedOrFinite,
  }),
  target<[Uint8Array, Uint8Array, Uint8Array]>({
    name: 'shapefile',
    reader: 'src/formats/gdal/open-with-gdal.ts',
    cases: async () => {
      const files = await seeds.shapefile();
      const part = (extension: string) =>
        fc.oneof(
          fc.constant(files.get(extension) ?? new Uint8Array()),
          damagedBytes([files.get(extension) ?? new Uint8Array()], ['\u0000', '\u00ff', '\u007f', 'C', 'N']),
        );
      return fc.tuple(part('shp'), part('shx'), part('dbf'));
    },
    run: ([shp, shx, dbf]) =>
      readFiles(
        [
          { name: 'a.shp', bytes: shp },
          { name: 'a.shx', bytes: shx },
          { name: 'a.dbf', bytes: dbf },
        ],
        { city: seeds.cityFrame, loadGdal: gdalInMemory, onProgress: () => undefined },
      ),
    holds: namedOrFinite,
  }),
  target<Uint8Array>({
    name: 'dxf',
    reader: 'src/formats/gdal/open-with-gdal.ts',
    cases: () => damagedBytes(seeds.dxf(), seeds.dxfTokens),
    run: (input) => readDropped('a.dxf', input, gdalInMemory),
    holds: namedOrFinite,
  }),
  target<string>({
    name: 'wkt',
    reader: 'src/formats/text/wkt.ts',
    cases: plain(
      damagedText(
        [
          'SRID=4326;POLYGON Z ((1 2 3, 4 5 6, 7 8 9, 1 2 3))',
          'GEOMETRYCOLLECTION(POINT(1 2),MULTIPOINT((1 2)))',
        ],
        ['(', ')', ',', ' ', 'POINT', 'GEOMETRYCOLLECTION(', 'Z', 'EMPTY', '1'],
      ),
    ),
    run: parseWkt,
  }),
  target<string>({
    name: 'a51-depth',
    reader: 'geodata/import/driver/depth-class.ts',
    cases: plain(damagedText(seeds.depths, seeds.depthTokens)),
    run: parseDepthClass,
    holds: (answer) => {
      const depth = answer as ReturnType<typeof parseDepthClass>;
      if (depth === null) return;
      must(Number.isFinite(depth.minMeters) && depth.minMeters >= 0, 'a depth below zero');
      must(depth.maxMeters === null || depth.maxMeters > depth.minMeters, 'a class without room');
    },
  }),
  target<Uint8Array>({
    name: 'a51-file',
    reader: 'geodata/import/preview-import.ts',
    cases: () => damagedBytes(seeds.a51.map(text), [...seeds.geoJsonTokens, ...seeds.depthTokens]),
    run: (input) =>
      previewImport({
        source: source('A51-25_40130.geojson', input),
        sha256: 'a'.repeat(64),
        layer: 'inundation-zones',
        supported: ['inundation-zones'],
        crs: null,
        asOf: '2025-04-01',
        built: () => Promise.resolve(null),
        inUse: () => Promise.resolve(null),
      }),
  }),
  importText('import-geojson', 'geojson', seeds.geoJson, seeds.geoJsonTokens),
  importText('import-kml', 'kml', seeds.kml, seeds.kmlTokens),
  importText('import-csv', 'csv', seeds.csv, seeds.csvTokens),
  target<Uint8Array>({
    name: 'import-zip',
    reader: 'src/formats/zip/zip-directory.ts',
    cases: () => damagedBytes(seeds.zips, seeds.zipTokens),
    run: (input) => imported('a.zip', input),
    failures: [ReadFailure],
  }),
  target<string>({
    name: 'kept-import',
    reader: 'src/importer/merge-stored-import.ts',
    cases: plain(damagedText(official, seeds.geoJsonTokens)),
    run: async (input) => {
      const { ok } = await mergeStoredImport(input, () =>
        Promise.resolve({ type: 'FeatureCollection', features: [] }),
      );
      return ok ? parseOfficial(input, 'fuzz') : null;
    },
  }),
  target<string>({
    name: 'address-box',
    reader: 'src/search/search.ts',
    cases: plain(damagedText([...addresses, ...coordinates], [...addressTokens, ...coordinateTokens])),
    run: (input) => search((index ??= createSearchIndex(readDocument())), input),
    holds: (answer) => {
      const { candidates, reason } = answer as ReturnType<typeof search>;
      must(candidates.length > 0 || reason !== null, 'nothing found and no reason why');
    },
  }),
  target<string>({
    name: 'coordinates-form',
    reader: 'src/search/coordinates.ts, src/workbench/measure/parse-vertex.ts',
    cases: plain(damagedText(coordinates, coordinateTokens)),
    run: (input) => [readCoordinates(input, city.frame), parseVertex(input, city.planeEpsg)],
    holds: (answer) => {
      const [read, vertex] = answer as [ReturnType<typeof readCoordinates>, ReturnType<typeof parseVertex>];
      must(read === null || Math.abs(read.position[1]) <= 90, 'a latitude beyond the pole');
      must(vertex === null || vertex.every(Number.isFinite), 'a corner that is nowhere');
    },
  }),
  target<string>({
    name: 'site-list',
    reader: 'src/workbench/sites/parse-sites.ts',
    cases: plain(damagedText([...seeds.csv, addresses.join('\n')], [...seeds.csvTokens, '住所', '緯度'])),
    run: (input) => parseSites(input),
  }),
  target<string[]>({
    name: 'batch-csv',
    reader: 'src/service/csv.ts',
    cases: () =>
      fc.tuple(damagedText(seeds.csv, seeds.csvTokens), fc.integer({ min: 1, max: 9 })).map(
        ([whole, size]) =>
          // In pieces, as a stream brings it; a long one in long pieces.
          whole.match(new RegExp(`[^]{1,${size * Math.ceil((whole.length + 1) / 2000)}}`, 'g')) ?? [],
      ),
    run: async (pieces) => {
      const rows: string[][] = [];
      for await (const row of readCsv(pieces)) rows.push(row);
      return rows.length;
    },
    failures: [CsvProblem],
  }),
  target<string>({
    name: 'project-file',
    reader: 'src/workbench/project/project-file.ts',
    cases: plain(damagedText(seeds.project, [...seeds.geoJsonTokens, ...jsonTokens])),
    run: readProject,
    holds: (answer) => {
      const read = answer as ReturnType<typeof readProject>;
      if (!read.ok) return;
      must(readProject(writeProject(read.project)).ok, 'a project that was read cannot be written');
    },
  }),
  target<Uint8Array>({
    name: 'pmtiles',
    reader: 'pmtiles (library)',
    cases: () => damagedBytes([tileArchive()], ['\u0000', '\u00ff', '\u0080', '\u0001', 'PMTiles']),
    run: tilesOf,
    // The library throws plain errors; whoever calls it names them.
    failures: [Error],
  }),
  target<string>({
    name: 'story',
    reader: 'src/embed/story/parse-story.ts',
    cases: plain(damagedText(markdown, markdownTokens)),
    run: parseStory,
    holds: safeLinks,
  }),
  target<string>({
    name: 'manifest',
    reader: 'src/catalog/manifest.ts',
    cases: plain(damagedText(manifest, jsonTokens)),
    run: (input) => v.safeParse(manifestSchema, parseJson(text(input))).success,
  }),
  target<string>({
    name: 'layer-file',
    reader: 'src/service/load-layers.ts',
    cases: plain(damagedText(seeds.geoJson, seeds.geoJsonTokens)),
    run: (input) => asCollection(parseJson(text(input))) === null,
  }),
  target<string>({
    name: 'small-stores',
    reader: 'src/app/preferences.ts, src/embed/message/allowed-origins.ts',
    cases: plain(
      damagedText(
        ['{"origins":["https://a.example"]}', '{"locale":"en","theme":"dark","national":true}'],
        jsonTokens,
      ),
    ),
    run: (input) => [
      parseOriginList(parseJson(text(input))),
      readPreferences(() => ({ getItem: () => input })),
    ],
  }),
];
