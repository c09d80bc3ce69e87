/**
 * Load test: many connections read the start of a visit from a server that is already running, for half a minute.
 * `npm run load -- http://127.0.0.1:8080/ [connections] [seconds]`. Prints requests a second, errors and times as JSON.
 */
import { Agent, get } from 'node:http';

const [address = 'http://127.0.0.1:8080/', connections = '200', seconds = '30'] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) });

const read = (path, encoding = 'gzip') =>
  new Promise((resolve, reject) => {
    const headers = { 'accept-encoding': encoding };
    const request = get(new URL(path, address), { agent, headers, timeout: 10_000 }, (response) => {
      const pieces = [];
      response.on('data', (piece) => pieces.push(piece));
      response.on('end', () => resolve({ status: response.statusCode, body: Buffer.concat(pieces) }));
      response.on('error', reject);
    });
    request.on('timeout', () => request.destroy(new Error('no answer within 10 seconds')));
    request.on('error', reject);
  });

const page = (await read('index.html', 'identity')).body.toString();
if (!page.includes('Content-Security-Policy')) throw new Error(`${address} does not serve the built page`);
// What a visit asks first, in its proportions: the page, its script and styles, the manifest and the largest layers.
const paths = [
  '',
  ...[...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+)"/g)].map(([, path]) => path),
  'tiles/manifest.json',
  'tiles/wards.geojson',
  'tiles/treatment-districts.geojson',
  'tiles/search.json',
];

const until = performance.now() + Number(seconds) * 1000;
const times = [];
const errors = {};
let bytes = 0;
const fail = (reason) => (errors[reason] = (errors[reason] ?? 0) + 1);

async function visitor(number) {
  for (let turn = number; performance.now() < until; turn++) {
    const start = performance.now();
    try {
      const { status, body } = await read(paths[turn % paths.length]);
      bytes += body.length;
      if (status !== 200) fail(`status ${status}`);
      times.push(performance.now() - start);
    } catch (error) {
      fail(error.code ?? error.message);
    }
  }
}
const began = performance.now();
await Promise.all(Array.from({ length: Number(connections) }, (_, number) => visitor(number)));
const took = (performance.now() - began) / 1000;
times.sort((one, other) => one - other);
const at = (share) => Math.round(times[Math.floor(share * (times.length - 1))] ?? 0);
console.log(
  JSON.stringify({
    ...{
      connections: Number(connections),
      seconds: Math.round(took),
      requests: times.length,
      files: paths.length,
    },
    requestsPerSecond: Math.round(times.length / took),
    megabytesPerSecond: Math.round(bytes / took / 100_000) / 10,
    ...{ medianMilliseconds: at(0.5), p95Milliseconds: at(0.95), p99Milliseconds: at(0.99) },
    errors,
  }),
);
agent.destroy();
process.exit(Object.keys(errors).length > 0 ? 1 : 0);
