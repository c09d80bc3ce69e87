import { loadDataSet, tilesFolder } from '../../src/cli/load-data-set.js';
import { search } from '../../src/search/search.js';
import { createSearchIndex } from '../../src/search/search-index.js';
import { batchAnswerer, batchColumns } from '../../src/service/batch.js';
import { csvLine } from '../../src/service/csv.js';
import { readCsv } from '../../src/formats/text/read-csv.js';
import { blobSource } from '../../src/formats/browser/blob-source.js';
import { importLimits } from '../../geodata/import/import-limits.js';
import { inDegrees } from '../../src/formats/in-degrees.js';
import { openGeoJson } from '../../src/formats/text/open-geojson.js';
import { builtLayers } from '../report/built-data.js';
import { readDocument } from '../search/read-document.js';
import { microseconds, processorMicroseconds, randomNumbers } from './measure.js';
import { turfReporter } from './turf-report.js';

/** A job done our way beside the plain way: processor time for one thing of it, in µs. */
export interface BesidePlain {
  job: string;
  plainWay: string;
  ours: number;
  plain: number;
  remark: string;
}

/** Processor time of `run` in µs a thing, the best of `rounds`; `run` says how many things it did. */
async function each(run: () => Promise<number>, rounds = 3): Promise<number> {
  let best = Infinity;
  for (let round = 0; round < rounds; round++) {
    const before = processorMicroseconds();
    const count = await run();
    best = Math.min(best, (processorMicroseconds() - before) / count);
  }
  return best;
}

function table(rows: number): string[] {
  const random = randomNumbers(1999);
  const lines = Array.from(
    { length: rows },
    (_, row) => `${row},${(130.2 + random() * 0.3).toFixed(5)},${(33.43 + random() * 0.29).toFixed(5)}\n`,
  );
  // In pieces, as a file comes.
  return ['id,longitude,latitude\n', ...lines].reduce<string[]>((pieces, line) => {
    const last = pieces.length - 1;
    if ((pieces[last]?.length ?? Infinity) > 1 << 16) pieces.push(line);
    else pieces[last] += line;
    return pieces;
  }, []);
}

/** `batch`: read a row, answer it, write a row. The plain way splits lines and asks turf. */
async function batchBeside(): Promise<BesidePlain> {
  const answer = batchAnswerer(await loadDataSet(tilesFolder, { say: () => undefined }));
  const rows = 20_000;
  const many = table(rows);
  let written = 0;
  const ours = await each(async () => {
    for await (const [id = '', longitude, latitude] of readCsv(many)) {
      if (id === 'id') continue;
      const result = answer({ longitude, latitude });
      written += csvLine([id, ...batchColumns.map((column) => result[column])]).length;
    }
    return rows;
  });
  const plainReport = turfReporter(builtLayers);
  const few = table(100).join('').trim().split('\n').slice(1);
  const plain = await each(async () => {
    for (const line of few) {
      const [id, longitude, latitude] = line.split(',');
      written += `${id},${JSON.stringify(plainReport([Number(longitude), Number(latitude)]))}\n`.length;
    }
    return few.length;
  });
  if (written === 0) throw new Error('nothing written');
  return {
    job: 'batch, a row of coordinates',
    plainWay: 'split the lines, turf over every feature',
    ours,
    plain,
    remark: `${rows.toLocaleString('en')} rows; ${Math.round(1e6 / ours).toLocaleString('en')} rows a second`,
  };
}

/** Reading a national file for the few features of one city. */
async function importBeside(): Promise<BesidePlain> {
  const ring = Array.from({ length: 41 }, (_, corner) => {
    const turn = ((corner % 40) / 40) * 2 * Math.PI;
    return [130.4 + Math.cos(turn) * 5e-5, 33.02 + Math.sin(turn) * 5e-5].map((value) =>
      Number(value.toFixed(9)),
    );
  });
  const feature = (city: string) =>
    JSON.stringify({
      type: 'Feature',
      properties: { A51_003: city, A51_005: '0.3m以上0.5m未満' },
      geometry: { type: 'Polygon', coordinates: [ring] },
    });
  const features = Array.from({ length: 30_000 }, (_, at) =>
    feature(at % 1000 === 0 ? '福岡市' : '大牟田市'),
  );
  const blob = new Blob([`{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}`]);
  const wanted = features.length / 1000;
  const check = (found: number) => {
    if (found !== wanted) throw new Error(`${found} features of the city instead of ${wanted}`);
    return features.length;
  };
  const ours = await each(async () => {
    const data = await openGeoJson(blobSource('a51.geojson', blob), importLimits);
    const { features } = inDegrees(data, { crs: null, axes: 'east-north' });
    let found = 0;
    for await (const { attributes, geometry } of features)
      if (attributes.get('A51_003') === '福岡市' && geometry) found++;
    return check(found);
  });
  const plain = await each(async () => {
    const all = JSON.parse(await blob.text()) as { features: { properties: { A51_003: string } }[] };
    return check(all.features.filter(({ properties }) => properties.A51_003 === '福岡市').length);
  });
  return {
    job: 'import, a feature read past',
    plainWay: 'JSON.parse of the whole file',
    ours,
    plain,
    remark: `${(blob.size / 1e6).toFixed(0)} MB; ours goes through twice, one feature in memory at a time`,
  };
}

/** A keystroke in the search box beside a walk through all names for the typed text as it stands. */
function searchBeside(): BesidePlain {
  const document = readDocument();
  const index = createSearchIndex(document);
  const names = [
    ...document.towns.flatMap(([, base, , , members]) => members.map(([, chome]) => `${base}${chome}丁目`)),
    ...document.places.map(([, , , name]) => name),
  ];
  const typed = [
    '天神',
    '天神一丁目',
    '中央区天神1-8',
    'てんじん',
    'tenjin',
    '博多駅',
    '水処理センター',
    '香住ヶ丘',
  ];
  const [ours = NaN, plain = NaN] = microseconds(typed, [
    (text) => search(index, text, { limit: 10 }),
    (text) => names.filter((name) => name.includes(text)).slice(0, 10),
  ]);
  const missed = typed.filter((text) => !names.some((name) => name.includes(text)));
  return {
    job: 'search, a keystroke',
    plainWay: `\`includes\` over ${names.length.toLocaleString('en')} names`,
    ours,
    plain,
    remark: `the plain way finds nothing for ${missed.map((text) => `「${text}」`).join('')}`,
  };
}

export async function besidePlain(): Promise<BesidePlain[]> {
  return [await batchBeside(), await importBeside(), searchBeside()];
}
