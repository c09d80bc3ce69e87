/** `npm run bench`: figures of docs/benchmarks.md, as ratios. `npm run bench -- city`: only the stand-in city. */
import { booleanPointInPolygon } from '@turf/turf';
import type {
  Feature,
  FeatureCollection,
  Geometry,
  MultiPolygon,
  Polygon,
  Position as GeoJsonPosition,
} from 'geojson';
import { cpus } from 'node:os';
import { readFileSync } from 'node:fs';
import whichPolygon from 'which-polygon';
import { catalogue } from '../../src/catalog/layers.js';
import { city } from '../../src/catalog/city.js';
import { PolygonIndex } from '../../src/geometry/polygon-index.js';
import { siteReport } from '../../src/report/site-report.js';
import { createSiteIndex } from '../../src/report/site-index.js';
import { builtIndex, builtLayers, builtManifest } from '../report/built-data.js';
import { NearestBlocks } from '../../src/report/nearest-block.js';
import { builtBlocks } from '../search/built-blocks.js';
import { besidePlain } from './many.bench.js';
import { microseconds, milliseconds, randomNumbers } from './measure.js';
import { reportCityScale } from './report-city-scale.js';
import { searchBench } from './search.bench.js';
import { turfReporter } from './turf-report.js';

type Position = [number, number];

if (process.argv[2] === 'city') {
  reportCityScale();
  process.exit();
}

const random = randomNumbers(20250331);
const positions: Position[] = [];
while (positions.length < 4000) {
  const position: Position = [130.2 + random() * 0.3, 33.43 + random() * 0.29];
  if (builtIndex.wards?.areas.index.first(position) !== -1) positions.push(position);
}
const few = positions.slice(0, 40);
const row = (...cells: (string | number)[]) => console.log(`| ${cells.join(' | ')} |`);
const figure = (value: number) => (value >= 100 ? value.toFixed(0) : value.toFixed(1));

const version = (name: string) => {
  const file = new URL(`../../node_modules/${name}/package.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
};
console.log(
  `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.versions.node}; ` +
    `flatbush ${version('flatbush')}, which-polygon ${version('which-polygon')}; data ${builtManifest.dataVersion}\n`,
);

console.log('Site report, random places of the city (µs of processor time)\n');
row('', 'median', 'ratio');
row('---', '---', '---');
const [report = NaN] = microseconds(positions, [(position) => siteReport(builtIndex, position)]);
const [plain = NaN] = microseconds(few, [turfReporter(builtLayers)], { rounds: 3, batch: 1 });
row('site report', figure(report), 1);
row('turf over every feature', figure(plain), figure(plain / report));

console.log('\nWhich area holds the point (µs of processor time a point)\n');
row(
  'layer',
  'areas',
  'corners',
  'this',
  'which-polygon',
  'turf in a loop',
  'which-polygon ÷ this',
  'turf ÷ this',
);
row(...Array.from({ length: 8 }, () => '---'));
for (const layer of ['towns', 'treatment-districts', 'wards']) {
  const collection = builtLayers[layer] as FeatureCollection<Geometry | null, { id: string }>;
  const areas = collection.features.filter(({ geometry }) => geometry) as Feature<Polygon | MultiPolygon>[];
  const index = new PolygonIndex(collection.features.map(({ geometry }) => geometry));
  const which = whichPolygon(collection);
  const [ours = NaN, theirs = NaN] = microseconds(positions, [index.first.bind(index), which]);
  const inLoop = (position: Position) => areas.find((area) => booleanPointInPolygon(position, area));
  const [loop = NaN] = microseconds(few, [inLoop], { rounds: 3, batch: 10 });
  const corners = areas.reduce(
    (sum, { geometry }) => sum + geometry.coordinates.flat(geometry.type === 'Polygon' ? 1 : 2).length,
    0,
  );
  row(
    layer,
    areas.length,
    corners,
    figure(ours),
    figure(theirs),
    figure(loop),
    figure(theirs / ours),
    figure(loop / ours),
  );
}

/** Copies of every layer side by side, so that there is more of everything at the same density. */
function grown(copies: number): Record<string, FeatureCollection> {
  const side = Math.sqrt(copies);
  const moved = <T>(coordinates: T, dx: number, dy: number): T =>
    (Array.isArray(coordinates) && typeof coordinates[0] === 'number'
      ? [(coordinates as GeoJsonPosition)[0]! + dx, (coordinates as GeoJsonPosition)[1]! + dy]
      : (coordinates as unknown[]).map((part) => moved(part, dx, dy))) as T;
  return Object.fromEntries(
    Object.entries(builtLayers).map(([id, { features }]) => [
      id,
      {
        type: 'FeatureCollection',
        features: Array.from(
          { length: copies },
          (_, copy) => [(copy % side) * 0.6, Math.floor(copy / side) * 0.5] as const,
        ).flatMap(([dx, dy]) =>
          features.map((feature) => {
            const geometry = feature.geometry as { coordinates: unknown } | null;
            return {
              ...feature,
              geometry: geometry && { ...geometry, coordinates: moved(geometry.coordinates, dx, dy) },
            } as Feature;
          }),
        ),
      },
    ]),
  );
}

/** The same lines and outlines with ten times the corners. */
function denser<T>(coordinates: T): T {
  if (!Array.isArray(coordinates) || typeof coordinates[0] === 'number') return coordinates;
  const [first] = coordinates as unknown[];
  if (!Array.isArray(first) || typeof first[0] !== 'number')
    return (coordinates as unknown[]).map(denser) as T;
  const corners = coordinates as unknown as Position[];
  return corners.flatMap(([x, y], at): Position[] => {
    const [nextX, nextY] = corners[at + 1] ?? [x, y];
    if (at === corners.length - 1) return [[x, y]];
    return Array.from({ length: 10 }, (_, step) => [
      x + ((nextX - x) * step) / 10,
      y + ((nextY - y) * step) / 10,
    ]);
  }) as T;
}

/** All blocks of the city, `copies` times side by side. */
function nearestBlocks(copies: number): NearestBlocks {
  const towns = [...builtBlocks.values()];
  return new NearestBlocks({
    ward: city.name.ja,
    towns: Array.from({ length: copies }, (_, copy) =>
      towns.map((town) => ({
        ...town,
        blocks: town.blocks.map((block) => ({
          ...block,
          position: [block.position[0] + copy * 0.6, block.position[1]] as const,
        })),
      })),
    ).flat(),
  });
}

console.log('\nThe base map’s data: ten times the corners, ten times the blocks\n');
row('', 'report (µs)', 'against once');
row('---', '---', '---');
{
  const dense = Object.fromEntries(
    Object.entries(builtLayers).map(([id, { features }]) => [
      id,
      {
        type: 'FeatureCollection' as const,
        features: features.map((each) => {
          const geometry = each.geometry as { coordinates: unknown } | null;
          return {
            ...each,
            geometry: geometry && { ...geometry, coordinates: denser(geometry.coordinates) },
          };
        }) as Feature[],
      },
    ]),
  );
  const denseIndex = createSiteIndex({ city, catalogue, manifest: builtManifest, layers: dense });
  const [once, tenfold] = [nearestBlocks(1), nearestBlocks(10)];
  const kinds: Record<string, (position: Position) => unknown> = {
    'as built': (position) => siteReport(builtIndex, position),
    'ten times the corners': (position) => siteReport(denseIndex, position),
    'with the nearest block': (position) =>
      siteReport(builtIndex, position, { nearestBlock: (place) => once.nearest(place) }),
    'ten times the blocks': (position) =>
      siteReport(builtIndex, position, { nearestBlock: (place) => tenfold.nearest(place) }),
  };
  const times = microseconds(positions, Object.values(kinds));
  Object.keys(kinds).forEach((kind, at) => {
    const [time = NaN, before = NaN] = [times[at], times[at < 2 ? 0 : 2]];
    row(kind, figure(time), `× ${(time / before).toFixed(2)}`);
  });
}

console.log('\nGrowth: all layers once, four and sixteen times\n');
row('layers', 'features', 'index (ms)', 'report (µs)', 'against once');
row('---', '---', '---', '---', '---');
const sizes = [1, 4, 16].map((copies) => {
  const layers = grown(copies);
  const build = () => createSiteIndex({ city, catalogue, manifest: builtManifest, layers });
  const features = Object.values(layers).reduce((sum, layer) => sum + layer.features.length, 0);
  return { copies, features, build, index: build() };
});
const medians = microseconds(
  positions,
  sizes.map(
    ({ index }) =>
      (position: Position) =>
        siteReport(index, position),
  ),
);
sizes.forEach(({ copies, features, build }, i) => {
  const median = medians[i] ?? NaN;
  const against = `× ${(median / (medians[0] ?? NaN)).toFixed(2)}`;
  row(`× ${copies}`, features, figure(milliseconds(build, copies === 1 ? 5 : 2)), figure(median), against);
});

console.log('\nSearch, letter by letter (ms of the clock a keystroke)\n');
row('keystrokes', 'median', '95 %', 'worst', 'index');
row('---', '---', '---', '---', '---');
for (const times of [0, 1, 10]) {
  const typing = searchBench(times);
  row(
    `${typing.keystrokes}${times > 0 ? `, ${times} × the city's blocks` : ''}`,
    typing.medianMilliseconds,
    typing.p95Milliseconds,
    typing.worstMilliseconds,
    typing.indexMilliseconds,
  );
}

console.log('\nBeside the plain way (µs of processor time a thing)\n');
row('job', 'this', 'plain', 'plain ÷ this', 'the plain way', 'remark');
row('---', '---', '---', '---', '---', '---');
for (const { job, plainWay, ours, plain, remark } of await besidePlain())
  row(job, figure(ours), figure(plain), (plain / ours).toPrecision(3), plainWay, remark);

reportCityScale();
