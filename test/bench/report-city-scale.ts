/** `npm run bench -- city`: tables of the stand-in city, also into docs/benchmarks.md and its plot. */
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { cityScale, growthOf, type CityScale } from './city-scale.js';
import { intoDocs } from './into-docs.js';
import { growthPlot } from './plot.js';
import { writeWhole } from '../../scripts/write-whole.mjs';

const docs = fileURLToPath(new URL('../../docs/', import.meta.url));
const figure = (value: number | null) =>
  value === null ? '–' : value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(1);

function table(sizes: readonly CityScale[]): string {
  const [, one, ten] = sizes;
  const growth = one && ten ? growthOf(one, ten) : null;
  const exponent = (name: keyof NonNullable<typeof growth>) => growth?.[name].toFixed(2) ?? '–';
  const ratio = ({ nearestTurf, nearest }: CityScale) =>
    nearestTurf === null ? '–' : figure(nearestTurf / nearest);
  const rows: [string, (size: CityScale) => string, string][] = [
    ['lines', ({ lines }) => lines.toLocaleString('en'), ''],
    ['vertices', ({ vertices }) => vertices.toLocaleString('en'), ''],
    ['packed file, MB', ({ fileBytes }) => figure(fileBytes / 1e6), exponent('fileBytes')],
    ['generate + pack, ms', ({ generateAndPack }) => figure(generateAndPack), exponent('generateAndPack')],
    ['open, ms', ({ open }) => figure(open), ''],
    ['**nearest sewer, µs**', ({ nearest }) => figure(nearest), exponent('nearest')],
    [
      'geoflatbush alone (nearest box, not line), µs',
      ({ nearestGeoflatbush }) => figure(nearestGeoflatbush),
      exponent('nearestGeoflatbush'),
    ],
    ['turf in a loop, µs', ({ nearestTurf }) => figure(nearestTurf), '1 by construction'],
    ['turf ÷ this', ratio, ''],
    ['**sewers in a box of 200 m, µs**', ({ box }) => figure(box), exponent('box')],
    ['lines in that box', ({ inBox }) => String(inBox), ''],
    ['filter in a loop, µs', ({ boxLoop }) => figure(boxLoop), '1 by construction'],
  ];
  const head = ['', ...sizes.map(({ scale }) => `× ${scale}`), 'growth exponent × 1 → × 10'];
  const lines = [
    head,
    head.map((_, i) => (i === 0 ? '---' : '---:')),
    ...rows.map(([name, of, p]) => [name, ...sizes.map(of), p]),
  ];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

export function reportCityScale(): void {
  const sizes = [0.1, 1, 10].map(cityScale);
  const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.versions.node}`;
  const text = `Measured on ${machine}; processor time, medians.\n\n${table(sizes)}`;
  console.log(`\nStand-in city\n\n${text}`);
  intoDocs('city-scale', text);
  const points = (pick: (size: CityScale) => number | null) =>
    sizes.flatMap((size) => {
      const cost = pick(size);
      return cost === null ? [] : [[size.scale, cost] as const];
    });
  writeWhole(
    `${docs}benchmarks.svg`,
    growthPlot('One question of the network', 'µs of processor time', [
      { name: 'nearest sewer', colour: '#0055ad', points: points(({ nearest }) => nearest) },
      { name: 'sewers in a box', colour: '#197a4b', points: points(({ box }) => box) },
      {
        name: 'geoflatbush alone',
        colour: '#8a6d00',
        points: points(({ nearestGeoflatbush }) => nearestGeoflatbush),
      },
      { name: 'turf in a loop', colour: '#b3261e', points: points(({ nearestTurf }) => nearestTurf) },
    ]),
  );
}
