/**
 * Every reader of a stranger's text, with the words it turns on: what is thrown at it is those words, and words that
 * have hurt parsers before, over and over. `npm run costs` measures how the work grows, costs.test.ts runs each once
 * at a length at which a quadratic reader would not end.
 */
import { parseDepthClass } from '../../geodata/import/driver/depth-class.js';
import { firstText, hasMarkup, numberOf } from '../../geodata/import/driver/attributes.js';
import { fiveDigitCode, wardInAddress } from '../../geodata/import/driver/municipality.js';
import { districtKey, facilityKey, townKey } from '../../geodata/import/driver/place-name.js';
import { censusDay, dateInName, fiscalYearInName } from '../../geodata/import/driver/data-date.js';
import { parseOfficial } from '../../geodata/import/official-file.js';
import { importLimits } from '../../geodata/import/import-limits.js';
import { readCommand } from '../../src/embed/message/protocol.js';
import { parseOriginList } from '../../src/embed/message/allowed-origins.js';
import { parseEmbedHash } from '../../src/embed/options/embed-hash.js';
import { parseStory } from '../../src/embed/story/parse-story.js';
import { wrapText } from '../../src/embed/maker/wrap-text.js';
import { bytesSource, type ByteSource } from '../../src/formats/byte-source.js';
import { parseCrsName } from '../../src/formats/crs/crs-code.js';
import { shapefileEncoding } from '../../src/formats/gdal/shapefile-encoding.js';
import type { Limits } from '../../src/formats/limits.js';
import type { RawLayer } from '../../src/formats/raw-layer.js';
import { sniff } from '../../src/formats/sniff.js';
import { openCsv } from '../../src/formats/text/open-csv.js';
import { openGeoJson } from '../../src/formats/text/open-geojson.js';
import { openSfc } from '../../src/formats/text/open-sfc.js';
import { placemarksOf } from '../../src/formats/text/open-kml.js';
import { isPlainNumber, parseNumber } from '../../src/formats/text/parse-number.js';
import { positionColumns } from '../../src/formats/text/position-columns.js';
import { parseWkt } from '../../src/formats/text/wkt.js';
import { normaliseSewerName } from '../../src/network/match-alignment.js';
import { parseEraPeriod } from '../../src/network/fiscal-year.js';
import { guessManholeFields, guessPipeFields } from '../../src/network/sewer-fields.js';
import { readCoordinates } from '../../src/search/coordinates.js';
import { nationalQuery } from '../../src/search/national-query.js';
import { createSearchIndex } from '../../src/search/search-index.js';
import { search } from '../../src/search/search.js';
import { csvCell } from '../../src/service/csv.js';
import { readCsv } from '../../src/formats/text/read-csv.js';
import { parseHash } from '../../src/state/url-state.js';
import { catalogue } from '../../src/catalog/layers.js';
import { city } from '../../src/catalog/city.js';
import { toSvg } from '../../src/workbench/drawing/to-svg.js';
import { toPdf } from '../../src/workbench/drawing/to-pdf.js';
import { toDxf } from '../../src/workbench/drawing/to-dxf.js';
import { safeFileName } from '../../src/workbench/export/export-data.js';
import { parseVertex } from '../../src/workbench/measure/parse-vertex.js';
import { readLimits } from '../../src/workbench/overlay/limits.js';
import { readProject } from '../../src/workbench/project/project-file.js';
import { parseSites } from '../../src/workbench/sites/parse-sites.js';
import { readDocument } from '../search/read-document.js';
import * as seeds from '../fuzz/seeds.js';

/** A reader of text. */
export interface CostlyReader {
  name: string;
  /** Where it stands. */
  reader: string;
  /** Words on which it turns. */
  words: readonly string[];
  /** What stands before and after the flood: the place of the format where it hurts. */
  around: readonly (readonly [before: string, after: string])[];
  read: (text: string) => unknown;
}

const bare = [['', '']] as const;
const layerIds = catalogue.map(({ id }) => id);

async function every(
  open: (source: ByteSource, limits: Limits) => Promise<RawLayer>,
  text: string,
  limits: Limits,
) {
  const layer = await open(bytesSource('a.txt', seeds.bytes(text)), limits);
  let features = 0;
  for await (const { attributes } of layer.features()) features += attributes.size;
  return features;
}
const bothLimits =
  (open: (source: ByteSource, limits: Limits) => Promise<RawLayer>) => async (text: string) => {
    for (const limits of [readLimits, importLimits]) await every(open, text, limits).catch(() => null);
  };

let index: ReturnType<typeof createSearchIndex> | undefined;

function drawing(text: string) {
  return {
    title: text,
    widthMillimeters: 100,
    heightMillimeters: 100,
    items: [
      {
        kind: 'text',
        layer: 'TEXT',
        at: [0, 0],
        text,
        heightMillimeters: 3,
        anchor: 'middle',
        colour: '#000000',
      },
    ],
  } as const;
}
const jsonWords = ['{"a":', '[', ']', '}', ',', '"', '"a":1,', '1', '-', '.', 'e', '\\', '\\u0000', 'null'];

export const costlyReaders: readonly CostlyReader[] = [
  {
    name: 'kml',
    reader: 'src/formats/text/xml.ts',
    words: [
      ...seeds.kmlTokens,
      '[',
      ']',
      '<!DOCTYPE a [',
      '<!DOCTYPE a []',
      '<?x?>',
      '<a b="',
      " c='",
      'b=',
      '=',
      '"',
      '/',
      '</a>',
      '<a>',
      '&#',
      '&#x1',
      'a:',
      '0,',
      '<coordinates>',
    ],
    around: [
      ['', ''],
      ['<!DOCTYPE kml [', ''],
      ['<!DOCTYPE kml [', '<'],
      ['<kml><Placemark><name>', '</name></Placemark></kml>'],
      ['<kml><Placemark ', '/></kml>'],
      ['<kml><Placemark><Point><coordinates>', '</coordinates></Point></Placemark></kml>'],
      ['<kml><Placemark><ExtendedData><Data name="', '"/></ExtendedData></Placemark></kml>'],
    ],
    read: (text) => [...placemarksOf(text)],
  },
  {
    name: 'csv',
    reader: 'src/formats/text/open-csv.ts',
    words: [...seeds.csvTokens, 'lon', '(', '（', 'a,', '"a', '"a"', '" ', 'SRID=1;', ')', '1 ', 'Z'],
    around: [
      ['', ''],
      ['lon,lat,', ',a\n1,2,3\n'],
      ['"', '\nx",lon,lat\n1,2,3\n'],
      ['lon,lat,a\n1,2,', '\n'],
      ['lon,lat,a\n1,2,"', '\n'],
      ['lon,lat\n', ',1\n'],
      ['WKT\n"', '"\n'],
    ],
    read: bothLimits(openCsv),
  },
  {
    name: 'geojson',
    reader: 'src/formats/text/open-geojson.ts',
    words: [...seeds.geoJsonTokens, ...jsonWords],
    around: [
      ['', ''],
      ['{"type":"FeatureCollection","features":[', ']}'],
      ['{"type":"FeatureCollection","features":[{"type":"Feature","geometry":', '}]}'],
      ['{"type":"FeatureCollection","crs":{"properties":{"name":"', '"}},"features":[]}'],
    ],
    read: bothLimits(openGeoJson),
  },
  {
    name: 'sfc',
    reader: 'src/formats/text/open-sfc.ts, src/formats/text/sfc-shapes.ts',
    words: [
      ...seeds.sfcTokens,
      "'",
      "\\'",
      '(',
      ',',
      '1,',
      'SXF',
      'SXF1.',
      '/*SXF',
      '*/',
      ' ',
      '1',
      "/*SXF #1 = arc_feature('1','1','1','1','0','0','5','0','0','360') SXF*/",
      "/*SXF #1 = sfig_locate_feature('0',\\'A\\','1','2','45','1','1') SXF*/",
    ],
    around: [
      ['', ''],
      ["ISO-10303-21;/*SXF #1 = polyline_feature('1','1','1','1','2','(", ")','(1,2)') SXF*/"],
      ['/*SXF #1 = text_string_feature(', ') SXF*/'],
      ['', "/*SXF #1 = sfig_org_feature(\\'A\\','1') SXF*/"],
    ],
    read: bothLimits(openSfc),
  },
  {
    name: 'wkt',
    reader: 'src/formats/text/wkt.ts',
    words: [
      '(',
      ')',
      ',',
      ' ',
      'POINT',
      'MULTIPOINT(',
      'GEOMETRYCOLLECTION(',
      'Z',
      'EMPTY',
      '1',
      '1 2,',
      'SRID=1;',
      '-',
      '.',
    ],
    around: [
      ['', ''],
      ['SRID=', ';POINT(1 2)'],
      ['MULTIPOINT(', ')'],
      ['POLYGON((', '))'],
    ],
    read: parseWkt,
  },
  {
    name: 'number',
    reader: 'src/formats/text/parse-number.ts',
    words: ['1', '0', ',', '.', '-', '+', 'e', ' ', '０', ',111', '1,', '9'],
    around: [
      ['', ''],
      ['', 'x'],
      ['1', 'N'],
    ],
    read: (text) => [parseNumber(text), isPlainNumber(text)],
  },
  {
    name: 'column-names',
    reader: 'src/formats/text/position-columns.ts, src/network/sewer-fields.ts',
    words: ['(', '（', '[', '【', ' ', '"', 'x', '_', '管', '上流', '\n', '㎜', '-'],
    around: [
      ['', ''],
      ['', '\nx'],
      ['x', '\n'],
    ],
    read: (text) => [positionColumns([text]), guessPipeFields([text]), guessManholeFields([text])],
  },
  {
    name: 'sewer-name',
    reader: 'src/network/match-alignment.ts',
    words: ['0', '1', '第', '十', '一', '号', ' ', '・', '第0'],
    around: [
      ['', ''],
      ['', '1'],
      ['第', '号'],
    ],
    read: (text) => [normaliseSewerName(text), parseEraPeriod(text)],
  },
  {
    name: 'crs-name',
    reader: 'src/formats/crs/crs-code.ts',
    words: [':', '/', '1', '.', 'EPSG', 'EPSG:', 'OGC:', '1:', 'CRS84', ' ', '6668'],
    around: [
      ['', ''],
      ['EPSG:', 'x'],
      ['urn:ogc:def:crs:EPSG', '6668x'],
    ],
    read: parseCrsName,
  },
  {
    name: 'code-page',
    reader: 'src/formats/gdal/shapefile-encoding.ts, src/formats/sniff.ts',
    words: ['S', 'SHIFT', '-', '_', ' ', '9', '932', 'UTF', '<!--', '<?', '<!DOCTYPE a [', ']', '<a:', '\n0'],
    around: [
      ['', ''],
      ['<', ''],
    ],
    read: (text) => [shapefileEncoding(text, seeds.bytes(text)), sniff(seeds.bytes(text))],
  },
  {
    name: 'import-cell',
    reader: 'geodata/import/driver/attributes.ts and what reads a cell beside it',
    words: [
      '<a',
      '<',
      '</a',
      '>',
      '<script',
      '<script>',
      '<style ',
      '</script',
      '</script ',
      ' ',
      '1',
      ',',
      '-',
      '.',
      'A31-',
      'r2k',
      'H27',
      '大字',
      '区',
      '第',
      '1丁目',
      '福岡市',
      'ポンプ場',
    ],
    around: [
      ['', ''],
      ['<script>', ''],
      ['福岡市', ''],
    ],
    read: (text) => {
      const cells = new Map([['a', text]]);
      const hints = { fileName: text, names: [text], fields: new Set([text]) };
      return [
        hasMarkup(text),
        firstText(cells, ['a']),
        numberOf(cells, 'a'),
        fiveDigitCode(text),
        wardInAddress(text),
        townKey(text),
        facilityKey(text),
        districtKey(text),
        dateInName(hints, 'N03'),
        fiscalYearInName(hints, 'A51'),
        censusDay(hints),
      ];
    },
  },
  {
    name: 'depth',
    reader: 'geodata/import/driver/depth-class.ts',
    words: [...seeds.depthTokens, '1', '~', '0.5m'],
    around: [
      ['', ''],
      ['1m', '未満'],
    ],
    read: parseDepthClass,
  },
  {
    name: 'official-file',
    reader: 'geodata/import/official-file.ts',
    words: jsonWords,
    around: [
      ['', ''],
      ['{"layer":"wards","imports":[', ']}'],
    ],
    read: (text) => parseOfficial(text, 'a'),
  },
  {
    name: 'project-file',
    reader: 'src/workbench/project/project-file.ts',
    words: [...seeds.geoJsonTokens, ...jsonWords],
    around: [
      ['', ''],
      ['{"format":"mizumichi-bench","version":1,"overlays":[', ']}'],
    ],
    read: readProject,
  },
  {
    name: 'site-list',
    reader: 'src/workbench/sites/parse-sites.ts',
    words: [...seeds.csvTokens, '"a', '住所', '緯度', '(', '（', ' ', '、', '1'],
    around: [
      ['', ''],
      ['"', '\nx",lon,lat\n1,2,3\n'],
      ['住所\n', '\n'],
    ],
    read: parseSites,
  },
  {
    name: 'batch-csv',
    reader: 'src/service/csv.ts',
    words: [...seeds.csvTokens, '=', '+1', '.'],
    around: [
      ['', ''],
      ['a,b\n"', '"\n'],
    ],
    read: async (text) => {
      csvCell(text);
      let cells = 0;
      for await (const row of readCsv([text])) cells += row.length;
      return cells;
    },
  },
  {
    name: 'corner',
    reader: 'src/workbench/measure/parse-vertex.ts, src/search/coordinates.ts',
    words: ['1', '.', ',', ' ', '°', "'", '"', 'N', '北緯', '度', '-', '@', 'geo:', '−', '('],
    around: [
      ['', ''],
      ['33', ' 130'],
      ['@33.5,130.4', ','],
    ],
    read: (text) => [parseVertex(text, 6670), readCoordinates(text, city.frame)],
  },
  {
    name: 'address',
    reader: 'src/search/search.ts, src/search/national-query.ts',
    words: [
      '1',
      '-',
      ' ',
      ',',
      '丁目',
      '番',
      '番地の',
      '号',
      '一',
      '区',
      '市',
      'ku',
      'ー',
      'あ',
      '天神',
      '8FWG+',
      '+',
      '〒',
    ],
    around: [
      ['', ''],
      ['福岡市中央区天神', '号'],
    ],
    read: (text) => {
      const found = search((index ??= createSearchIndex(readDocument())), text);
      const [candidate] = search(index, '天神1丁目').candidates;
      return [found, candidate && nationalQuery({ ...candidate, rest: text }, '福岡市')];
    },
  },
  {
    name: 'address-state',
    reader: 'src/state/url-state.ts, src/embed/options/embed-hash.ts',
    words: [...seeds.urlTokens, 'wards,', 'title=', 'cl=', '1', '\ud800'],
    around: [
      ['', ''],
      ['#/?l=', ''],
      ['#/?title=', '&'],
    ],
    read: (text) => [parseHash(text, layerIds), parseEmbedHash(text, layerIds)],
  },
  {
    name: 'message',
    reader: 'src/embed/message/protocol.ts',
    words: ['wards', 'a', '.', ' ', '\ud800', '1'],
    around: bare,
    read: (text) => [
      readCommand({ mizumichi: 1, type: 'layers', layers: [text], id: text }),
      readCommand({ mizumichi: 1, type: 'layers', layers: [...text] }),
      readCommand({ mizumichi: 1, type: text }),
      parseOriginList({ origins: [text, ...text] }),
    ],
  },
  {
    name: 'story',
    reader: 'src/embed/story/parse-story.ts, src/embed/maker/wrap-text.ts',
    words: [
      '# ',
      '## ',
      '[',
      ']',
      '](',
      ')',
      '**',
      '*',
      '- ',
      '\n\n',
      '\n',
      '<b>',
      'https://',
      '#/',
      ' ',
      'a',
    ],
    around: [
      ['', ''],
      ['# t\n\n## s\n\n[a](#/', ''],
    ],
    read: (text) => [parseStory(text), wrapText(text.slice(0, 2_000), 100, (piece) => piece.length)],
  },
  {
    name: 'file-name',
    reader: 'src/workbench/export/export-data.ts',
    words: [' ', '.', '/', 'a', '\n', '\u0000', '\u3000', 'か\u3099', '\ud83d', '\u202e', ' .'],
    around: [
      ['', ''],
      ['a', 'b'],
      ['a', 'b '],
    ],
    read: safeFileName,
  },
  {
    name: 'drawing',
    reader: 'src/workbench/drawing/to-svg.ts, to-pdf.ts, to-dxf.ts',
    words: [' ', '<', '&', '(', '\\', 'あ', 'a', '\n', '\ud800', '\u0000', 'か\u3099', '髙'],
    around: bare,
    read: (text) => [toSvg(drawing(text)), toPdf([drawing(text)], 'ja'), toDxf([drawing(text)], text)],
  },
];

/** Words that have hurt parsers before, whatever they read. */
const everywhere = [
  ' ',
  '\t',
  '\n',
  '0',
  '9',
  'a',
  '"',
  "'",
  '(',
  '[',
  '{',
  '<',
  '&',
  '\\',
  '\u3000',
  '\u0000',
];

export interface Flood {
  reader: CostlyReader;
  /** What is repeated. */
  word: string;
  before: string;
  after: string;
}

/** Each reader with each of its words at each place; at length also with words of others and pairs of its own. */
export function floods({ pairs }: { pairs: boolean }): Flood[] {
  return costlyReaders.flatMap((reader) => {
    const own = [...new Set(pairs ? [...reader.words, ...everywhere] : reader.words)];
    const two = pairs ? reader.words.flatMap((one) => reader.words.map((other) => one + other)) : [];
    return reader.around.flatMap(([before, after]) =>
      [...new Set([...own, ...two])].map((word) => ({ reader, word, before, after })),
    );
  });
}

/** The flood at a length in letters. */
export const flooded = ({ word, before, after }: Flood, letters: number): string =>
  before + word.repeat(Math.ceil(letters / word.length)) + after;

/** What the reader says does not matter here, a named failure least of all. */
export async function readThrough({ reader }: Flood, text: string): Promise<void> {
  try {
    await reader.read(text);
  } catch {
    // Named elsewhere: test/fuzz holds every reader to its failures.
  }
}
