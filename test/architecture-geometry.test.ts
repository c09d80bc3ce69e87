/** Geometry is turf's, through src/geometry: the lint rule that holds it, tried on planted code. */
import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { ESLint } from 'eslint';
import ts from 'typescript-eslint';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
/** Without types: the planted files are in no project. */
const eslint = new ESLint({ cwd: root, overrideConfig: ts.configs.disableTypeChecked });

/** The rules that refuse a text, were it the file `name`. */
async function refusals(code: string, name = 'src/workbench/planted.ts'): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(code, { filePath: resolve(root, name) });
  return (result?.messages ?? []).map(({ ruleId }) => ruleId);
}

const own = 'mizumichi/no-own-geometry';
const planted: readonly (readonly [name: string, rule: string, code: string])[] = [
  [
    'an even–odd test',
    own,
    `export function contains(ring: number[][], x: number, y: number): boolean {
      let inside = false;
      for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
        const [xi = 0, yi = 0] = ring[i] ?? [];
        const [xj = 0, yj = 0] = ring[j] ?? [];
        if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
      }
      return inside;
    }`,
  ],
  [
    'an even–odd test without a loop’s word',
    own,
    `export function contains(ring: number[][], meets: (edge: number[]) => boolean): boolean {
      let inside = false;
      ring.forEach((edge) => {
        if (meets(edge)) inside = !inside;
      });
      return inside;
    }`,
  ],
  [
    'a haversine',
    'no-restricted-properties',
    `export function meters(a: number[], b: number[]): number {
      const half = (degrees: number) => Math.sin((degrees * Math.PI) / 360) ** 2;
      const [x = 0, y = 0] = a;
      const [u = 0, v = 0] = b;
      return 2 * 6371008.8 * Math.asin(Math.sqrt(half(v - y) + Math.cos(y) * Math.cos(v) * half(u - x)));
    }`,
  ],
  [
    'a distance by hypot',
    'no-restricted-properties',
    `export const meters = (east: number, north: number) => Math.hypot(east, north);`,
  ],
  [
    'a distance by hypot, taken out of Math',
    'no-restricted-properties',
    `const { hypot } = Math;
    export const meters = (east: number, north: number) => hypot(east, north);`,
  ],
  [
    'a distance by squares',
    own,
    `export const meters = (dx: number, dy: number) => Math.sqrt(dx * dx + dy ** 2 * 0.7);`,
  ],
  [
    'an area by crossed products',
    own,
    `export const area = (ring: { x: number; y: number }[]) =>
      ring.reduce((sum, a, i) => {
        const b = ring[(i + 1) % ring.length] ?? a;
        return sum + a.x * b.y - b.x * a.y;
      }, 0) / 2;`,
  ],
  [
    'the side of a line',
    own,
    `export const side = (ax: number, ay: number, bx: number, by: number, cx: number, cy: number) =>
      (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);`,
  ],
  [
    'an area by strips',
    own,
    `export function area(xs: number[], ys: number[]): number {
      let sum = 0;
      for (let i = 1; i < xs.length; i++) sum += (xs[i]! - xs[i - 1]!) * (ys[i]! + ys[i - 1]!);
      return sum / 2;
    }`,
  ],
  ['the radius of the earth', own, `export const radius = 6_378_137;`],
  ['the girth of the earth', own, `export const girth = 40_075_016.686;`],
  [
    'turf outside src/geometry',
    'no-restricted-imports',
    `import { distance } from '@turf/distance';
    export const meters = distance([130, 33], [131, 33]);`,
  ],
  [
    'an index outside src/geometry',
    'no-restricted-imports',
    `import Flatbush from 'flatbush';
    export const index = new Flatbush(1);`,
  ],
  ['how long a degree is', own, `export const meters = (degrees: number) => degrees * 111_320;`],
  ['kilometres of the earth', own, `export const kilometres = 6371.0088;`],
  [
    'squares that have names',
    own,
    `export function meters(dx: number, dy: number): number {
      const [x, y] = [dx * dx, dy * dy];
      return Math.sqrt(x + y);
    }`,
  ],
  [
    'squares summed up',
    own,
    `export function meters(from: number[], to: number[]): number {
      let sum = 0;
      for (let i = 0; i < 2; i++) sum += (to[i]! - from[i]!) ** 2;
      return sum;
    }`,
  ],
  [
    'an area in two steps',
    own,
    `export function area(ring: number[][]): number {
      let sum = 0;
      for (const [a, b] of [ring] as [number[], number[]][]) {
        sum += a[0]! * b[1]!;
        sum -= b[0]! * a[1]!;
      }
      return sum / 2;
    }`,
  ],
  [
    'an even–odd test that counts 0 and 1',
    own,
    `export function holds(xs: number[]): boolean {
      let odd = 0;
      for (const x of xs) if (x > 0) odd = 1 - odd;
      return odd === 1;
    }`,
  ],
  [
    'radians',
    'no-restricted-properties',
    `export const radians = (degrees: number) => degrees * Math.PI / 180;`,
  ],
  [
    'trigonometry by another name',
    'no-restricted-syntax',
    `const m = Math;
    export const share = (latitude: number) => m.cos(latitude);`,
  ],
  [
    'trigonometry the long way round',
    'no-restricted-syntax',
    `export const share = (latitude: number) => globalThis.Math.cos(latitude);`,
  ],
  [
    'turf loaded later, in other quotes',
    'no-restricted-syntax',
    'export const later = () => import(`@turf/area`);',
  ],
  ['turf loaded later', 'no-restricted-syntax', `export const later = () => import('@turf/area');`],
];

const clean = `import { distanceMeters } from '../src/geometry/measure.js';
import type { Position } from '../src/geometry/position.js';

export function nearest(from: Position, offered: readonly Position[]): number {
  let open = false;
  const meters = offered.map((position) => distanceMeters(from, position));
  open = !open;
  const scale = (meters[0] ?? 0) * 0.5 - (meters[1] ?? 0) * 0.5;
  return open ? Math.min(...meters, Math.sqrt(Math.max(scale, 0))) : Infinity;
}
`;

describe('own geometry', () => {
  it.each(planted)('is refused: %s', async (_name, rule, code) => {
    expect(await refusals(code)).toContain(rule);
  });

  it('is refused in a component as well', async () => {
    const code = `<script lang="ts">
  let { east, north }: { east: number; north: number } = $props();
  const meters = $derived(Math.hypot(east, north));
</script>

<p>{meters} {Math.sqrt(east ** 2 + north ** 2)}</p>
`;
    const found = await refusals(code, 'src/workbench/panels/Planted.svelte');
    expect(found).toContain('no-restricted-properties');
    expect(found).toContain(own);
  });

  it('is at home in src/geometry', async () => {
    for (const [, , code] of planted) expect(await refusals(code, 'src/geometry/planted.ts')).toEqual([]);
  });

  it('is not seen in what asks src/geometry', async () => {
    expect(await refusals(clean)).toEqual([]);
  });
});

describe('docs/architecture.md', () => {
  const geometry = resolve(root, 'src/geometry');
  const functionsOf = new Map(
    readdirSync(geometry)
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
      .map((name): [string, string[]] => {
        const text = readFileSync(resolve(geometry, name), 'utf8');
        const imports = [...text.matchAll(/import \{ ([^}]+) \} from '@turf\/(?!helpers)[^']+'/g)];
        return [name.replace(/\.ts$/, ''), imports.flatMap(([, names = '']) => names.split(', '))];
      }),
  );
  const words = (cell = '') => [...cell.matchAll(/`([\w-]+)`/g)].map(([, word = '']) => word);
  const rows = readFileSync(resolve(root, 'docs/architecture.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| ---') && !line.startsWith('| what is'))
    .map((line) => {
      const [, , turf, through] = line.split(/(?<!\\)\|/);
      return { turf: words(turf), modules: words(through) };
    });

  it('names only modules and turf functions that there are', () => {
    expect(rows.length).toBeGreaterThan(10);
    for (const { modules } of rows)
      for (const name of modules) expect([...functionsOf.keys()], name).toContain(name);
    const called = new Set([...functionsOf.values()].flat());
    for (const { turf } of rows) for (const name of turf) expect([...called], name).toContain(name);
  });

  it('names every turf function that a module calls', () => {
    const told = new Set(rows.flatMap(({ turf }) => turf));
    for (const [module, functions] of functionsOf)
      for (const name of functions) expect([...told], `${module} calls ${name}`).toContain(name);
    const modules = new Set(rows.flatMap((row) => row.modules));
    for (const [module, functions] of functionsOf)
      if (functions.length > 0) expect([...modules], `${module} calls turf`).toContain(module);
  });
});
