import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkFiles } from '../../../geodata/check.js';

const folder = fileURLToPath(new URL('../../../public/tiles/', import.meta.url));
const files = new Map<string, Uint8Array>(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(geojson|json|pmtiles)$/.test(name))
    .map((name) => [name, readFileSync(folder + name)]),
);

interface Editable {
  features: {
    properties: Record<string, unknown>;
    geometry: { type: string; coordinates: never[] } | null;
  }[];
}

/** The built files with one layer edited. */
function withEdit(file: string, edit: (layer: Editable) => void): Map<string, Uint8Array> {
  const layer = JSON.parse(new TextDecoder().decode(files.get(file))) as Editable;
  edit(layer);
  return new Map([...files, [file, new TextEncoder().encode(JSON.stringify(layer))]]);
}

const broken = (changed: ReadonlyMap<string, Uint8Array>) =>
  checkFiles(changed).flatMap(({ ok, text }) => (ok ? [] : [text]));

/** All numbers of a geometry through a function of [longitude, latitude]. */
function move(value: unknown, change: (position: number[]) => number[]): unknown {
  if (!Array.isArray(value)) return value;
  return typeof value[0] === 'number' ? change(value as number[]) : value.map((part) => move(part, change));
}

function shift(layer: Editable, at: number, degrees: number): void {
  const geometry = layer.features[at]!.geometry!;
  geometry.coordinates = move(geometry.coordinates, ([x, y]) => [
    Number((x! + degrees).toFixed(6)),
    y!,
  ]) as never[];
}

describe('check of the built layers', () => {
  it('finds nothing broken in public/tiles', () => {
    expect(broken(files)).toEqual([]);
  });

  it.each<[string, RegExp, () => Map<string, Uint8Array>]>([
    [
      'a changed byte',
      /sha-256/,
      () => new Map([...files, ['ponds.geojson', new Uint8Array([...files.get('ponds.geojson')!, 10])]]),
    ],
    ...['basemap.pmtiles', 'block-numbers.pmtiles', 'blocks/chuo.json'].map(
      (name): [string, RegExp, () => Map<string, Uint8Array>] => [
        `a changed byte of ${name}`,
        new RegExp(`sha-256.*: ${name}$`),
        () => {
          const changed = Uint8Array.from(files.get(name)!);
          changed[changed.length >> 1]! ^= 1;
          return new Map([...files, [name, changed]]);
        },
      ],
    ),
    [
      'an archive that is not there',
      /sha-256.*: basemap\.pmtiles$/,
      () => new Map([...files].filter(([name]) => name !== 'basemap.pmtiles')),
    ],
    [
      'a missing file',
      /wards\.geojson: missing/,
      () => new Map([...files].filter(([name]) => name !== 'wards.geojson')),
    ],
    [
      'a file that is no JSON',
      /not JSON/,
      () => new Map([...files, ['towns.geojson', new Uint8Array([123])]]),
    ],
    [
      'a district moved over its neighbour',
      /treatment districts overlap/,
      () => withEdit('treatment-districts.geojson', (layer) => shift(layer, 3, 0.002)),
    ],
    [
      'a ring that turns the wrong way',
      /polygons are closed/,
      () =>
        withEdit('treatment-districts.geojson', ({ features }) => {
          const [rings] = features[0]!.geometry!.coordinates as unknown as number[][][][];
          rings![0] = [...rings![0]!].reverse();
        }),
    ],
    [
      'an outline that crosses itself',
      /polygons are closed/,
      () =>
        withEdit('inundation-zones.geojson', ({ features }) => {
          const ring = (features[0]!.geometry!.coordinates as unknown as number[][][])[0]!;
          [ring[3], ring[9]] = [ring[9]!, ring[3]!];
        }),
    ],
    [
      'a coordinate outside the city',
      /inside the box/,
      () =>
        withEdit(
          'shelters.geojson',
          ({ features }) => (features[0]!.geometry!.coordinates = [139.7, 35.7] as never[]),
        ),
    ],
    [
      'too many decimals',
      /6 decimals/,
      () =>
        withEdit(
          'shelters.geojson',
          ({ features }) => (features[0]!.geometry!.coordinates = [130.4000001, 33.6] as never[]),
        ),
    ],
    [
      'towns that have each other’s names',
      /right town named, 丁目/,
      () =>
        withEdit('towns.geojson', ({ features }) => {
          const drawn = features.filter(({ geometry }) => geometry !== null);
          const shapes = drawn.map(({ geometry }) => geometry);
          drawn.forEach((each, at) => (each.geometry = shapes[(at + 1) % shapes.length]!));
        }),
    ],
    [
      'a town whose accuracy is not the measured one',
      /accuracy of census outlines.*1 towns state another/,
      () =>
        withEdit('towns.geojson', ({ features }) => {
          const town = features.find(({ properties }) => properties['name'] === '天神一丁目')!;
          town.properties['accuracyMeters'] = 5;
        }),
    ],
    [
      'an outline drawn twice',
      /drawn twice.*原田\(2\): as 原田\(1\)/,
      () =>
        withEdit('priority-districts.geojson', ({ features }) => {
          for (const { properties } of features) delete properties['drawnWith'];
        }),
    ],
    [
      'a lost priority district',
      /priority districts: 32/,
      () => withEdit('priority-districts.geojson', ({ features }) => features.pop()),
    ],
    [
      'a priority district in another ward',
      /inside their ward/,
      () =>
        withEdit('priority-districts.geojson', ({ features }) => (features[0]!.properties['ward'] = '西区')),
    ],
    [
      'a pump station in another district',
      /listed under/,
      () =>
        withEdit(
          'pump-stations.geojson',
          ({ features }) => (features[0]!.geometry!.coordinates = [130.4207, 33.5898] as never[]),
        ),
    ],
    [
      'a point without an accuracy',
      /together or not at all/,
      () => withEdit('ponds.geojson', ({ features }) => (features[0]!.properties['accuracyMeters'] = null)),
    ],
    [
      'a feature without its source',
      /schema of their role/,
      () => withEdit('ponds.geojson', ({ features }) => (features[0]!.properties['source'] = '')),
    ],
    [
      'a district that shrank',
      /treatment district 和白: drawn/,
      () =>
        withEdit('treatment-districts.geojson', ({ features }) => {
          const { geometry } = features[1]!;
          const largest = (geometry!.coordinates as unknown as number[][][][])[0]!;
          features[1]!.geometry = {
            type: 'Polygon',
            coordinates: move([largest[0]], ([x, y]) => [
              Number((130.43 + (x! - 130.43) / 2).toFixed(6)),
              Number((33.69 + (y! - 33.69) / 2).toFixed(6)),
            ]) as never[],
          };
        }),
    ],
  ])('reports %s', (_what, line, change) => {
    expect(broken(change()).some((text) => line.test(text))).toBe(true);
  });
});
