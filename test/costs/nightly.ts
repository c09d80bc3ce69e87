/** One reader at length, in a process of its own: `tsx test/costs/nightly.ts <reader> <letters>`; `--list` names them. */
import { costlyReaders, flooded, floods, readThrough, type Flood } from './readers.js';

/** Work of a linear reader doubles with its input; a quadratic one's grows four times, sixteen for four times. */
const steepest = 9;
/** Below this many milliseconds the clock and the collector say more than the reader. */
const leastMilliseconds = 80;

async function milliseconds(flood: Flood, letters: number): Promise<number> {
  const text = flooded(flood, letters);
  const before = process.cpuUsage();
  await readThrough(flood, text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const [name, length = '10000'] = process.argv.slice(2);
if (name === '--list') process.stdout.write(`${costlyReaders.map((reader) => reader.name).join('\n')}\n`);
else {
  const letters = Number(length);
  const mine = floods({ pairs: true }).filter(({ reader }) => reader.name === name);
  const steep: object[] = [];
  for (const flood of mine) {
    // n, 2n, 4n; only what is slow twice is slow.
    const grows = async () => {
      const [one, two, four] = [
        await milliseconds(flood, letters),
        await milliseconds(flood, 2 * letters),
        await milliseconds(flood, 4 * letters),
      ];
      return { one, two, four, isSteep: four > leastMilliseconds && four / Math.max(one, 1) > steepest };
    };
    if (!(await grows()).isSteep) continue;
    const { one, two, four, isSteep } = await grows();
    const { word, before, after } = flood;
    if (isSteep) steep.push({ word, before, after, milliseconds: [one, two, four].map(Math.round) });
  }
  const reader = mine[0]?.reader.reader;
  process.stdout.write(
    `${JSON.stringify({ name, reader, floods: mine.length, steep: steep.slice(0, 10) })}\n`,
  );
  process.exit(steep.length > 0 ? 1 : 0);
}
