import { join } from 'node:path';
import { onDisk } from '../../../geodata/disk/disk-failure.js';
import { exchangeFiles, workIn, type ExchangeOptions } from '../../../geodata/disk/exchange-files.js';
import { holderText } from '../../../geodata/disk/lock.js';
import { buildNetwork, exchangeOfNetwork } from '../../../geodata/network/build-network.js';
import { standInAbout, standInItems } from '../../../geodata/network/stand-in.js';
import { writeNetwork } from '../../../geodata/network/write-network.js';
import type { Command, CommandIo } from '../command.js';
import { numberOption, readOptions, UsageError, writeJson } from '../command.js';

const help = `network: 計測用の模擬管網を作ります（実在の下水道ではありません）。/ A made-up sewer network of the city's size.

  network generate --out DIR [--scale 1] [--seed 1]
  network tiles    --out DIR [--scale 1] [--seed 1]

  generate    DIR/sewers.geojsonl, manholes.geojsonl, inlets.geojsonl and a mapping for \`import --network\`
  tiles       DIR/network: PMTiles, packed lines and network.json, as \`import --network\` writes them
  --out       folder to write to; .cache/network is never committed
  --scale     1 = the city's totals (yearbook p. 54); 0.1, 10 keep density and shape
  --seed      whole number; the same seed gives the same network

stdout names what was written as JSON. Real sewers: import FILE --layer sewers --network (docs/network.md).
`;

const options = {
  out: { type: 'string' },
  scale: { type: 'string', default: '1' },
  seed: { type: 'string', default: '1' },
} as const;

/** Ten cities; beyond it a computer's memory and patience are what is measured. */
const largestScale = 10;

async function run(args: string[], io: CommandIo): Promise<void> {
  const { values, positionals } = readOptions(args, options, true);
  const [action, ...others] = positionals;
  if ((action !== 'generate' && action !== 'tiles') || others.length > 0)
    throw new UsageError('say generate or tiles');
  if (values.out === undefined) throw new UsageError('--out is needed');
  const [scale, seed] = [numberOption('scale', values.scale), numberOption('seed', values.seed)];
  if (!(scale >= 0.001 && scale <= largestScale)) throw new UsageError(`--scale: 0.001 to ${largestScale}`);
  if (!Number.isInteger(seed)) throw new UsageError('--seed: a whole number');
  const out = values.out;
  const onWait: ExchangeOptions = {
    onWait: (holder) => io.say(`waiting: ${holderText(holder)} is writing to ${out}`),
  };
  if (action === 'generate') {
    await writeJson(io, await onDisk(out, () => writeNetwork(out, { scale, seed }, onWait)));
    return;
  }
  const tiles = async (staging: string) => {
    const value = await buildNetwork(standInItems({ scale, seed }), standInAbout, staging);
    return { exchange: exchangeOfNetwork(staging, join(out, 'network')), value };
  };
  await writeJson(io, await onDisk(out, () => exchangeFiles(workIn(out), tiles, onWait)));
}

export const network: Command = { help, run };
