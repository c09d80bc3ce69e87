/**
 * `npm run ground -- FOLDER`: takes OpenStreetMap extracts (osm-*-YYYY.geojson.gz, osm-places-YYYY.csv.gz, in the classes
 * of OpenMapTiles) into geodata/cities/<city>/ground-osm in the project's own compact form. Run by hand when there is a
 * newer extract; `npm run data` then builds the base map anew.
 */
import { gunzipSync, strFromU8 } from 'fflate';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import Papa from 'papaparse';
import { city } from '../../src/catalog/city.js';
import { runsOf } from '../../src/geometry/explode.js';
import { groundFiles } from './ground.js';
import { writeGround, type GroundGroup, type GroundTags } from './ground-file.js';
import { namesOf } from './names.js';
import {
  areaKind,
  coverKind,
  isNamed,
  placeKind,
  railwayKind,
  streetKind,
  useKind,
  waterwayKind,
} from './osm-kinds.js';

type Tags = Record<string, string | number | undefined>;

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('say which folder holds the extracts: npm run ground -- FOLDER');
const target = fileURLToPath(new URL(`../cities/${city.id}/ground-osm/`, import.meta.url));
mkdirSync(target, { recursive: true });

const kinds: Readonly<Record<Exclude<keyof typeof groundFiles, 'places' | 'railways'>, [string, Kind]>> = {
  cover: ['landcover', coverKind],
  use: ['landuse', useKind],
  water: ['water', areaKind],
  waterways: ['waterways', waterwayKind],
  buildings: ['buildings', () => 'building'],
  streets: ['streets', streetKind],
};
type Kind = (tags: Tags) => string | null;

for (const [layer, [source, kind]] of Object.entries(kinds)) write(layer, grouped(features(source), kind));
write('railways', grouped(features('streets'), railwayKind));
write('places', places());

function write(layer: string, groups: readonly GroundGroup[]): void {
  const bytes = writeGround(groups);
  writeFileSync(join(target, groundFiles[layer as keyof typeof groundFiles]), bytes);
  const parts = groups.reduce((sum, group) => sum + group.parts.length, 0);
  process.stderr.write(`${layer}: ${parts} in ${groups.length} sets of tags, ${bytes.length} bytes\n`);
}

function textOf(source: string): string {
  const name = readdirSync(folder as string).find((each) => each.startsWith(`osm-${source}-`));
  if (name === undefined) throw new Error(`${folder}: no osm-${source}-*.gz`);
  return strFromU8(gunzipSync(readFileSync(join(folder as string, name))));
}

function features(source: string): Feature<Geometry>[] {
  return (JSON.parse(textOf(source)) as FeatureCollection<Geometry>).features;
}

/** By tags, in the order of their text; inside a set from west to east, so that equal inputs give equal bytes. */
function grouped(all: readonly Feature<Geometry>[], kind: Kind): GroundGroup[] {
  const groups = new Map<string, [number, number][][][]>();
  for (const { properties, geometry } of all) {
    const tags: Tags = properties ?? {};
    const found = kind(tags);
    if (found === null) continue;
    const { brunnel, ramp } = tags;
    const own: GroundTags = {
      kind: found,
      ...(isNamed(found) && namesOf(String(tags['name'] ?? ''))),
      ...((brunnel === 'bridge' || brunnel === 'tunnel') && { level: brunnel }),
      ...(ramp === 1 && { ramp: true }),
    };
    const runs = runsOf(geometry).map((run) => run.map(([x = 0, y = 0]): [number, number] => [x, y]));
    const key = JSON.stringify(own);
    push(groups, key, runs);
  }
  return inOrder(groups);
}

function places(): GroundGroup[] {
  const rows = Papa.parse<Tags>(textOf('places'), { header: true, skipEmptyLines: true }).data;
  const groups = new Map<string, [number, number][][][]>();
  for (const row of rows) {
    const kind = placeKind(row);
    const names = namesOf(String(row['name'] ?? ''));
    if (kind === null || names.name === undefined) continue;
    const key = JSON.stringify({ kind, ...names });
    push(groups, key, [[[Number(row['lon']), Number(row['lat'])]]]);
  }
  return inOrder(groups);
}

function push(groups: Map<string, [number, number][][][]>, key: string, runs: [number, number][][]): void {
  const parts = groups.get(key);
  if (parts) parts.push(runs);
  else groups.set(key, [runs]);
}

function inOrder(groups: ReadonlyMap<string, [number, number][][][]>): GroundGroup[] {
  const first = (part: [number, number][][]) => part[0]?.[0] ?? [0, 0];
  return [...groups]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, parts]) => ({
      tags: JSON.parse(key) as GroundTags,
      parts: [...parts].sort((a, b) => first(a)[0] - first(b)[0] || first(a)[1] - first(b)[1]),
    }));
}
