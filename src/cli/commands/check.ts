import { runChecks } from '../../../geodata/check.js';
import type { Command, CommandIo } from '../command.js';
import { Failure, readOptions } from '../command.js';
import { tilesFolder } from '../load-data-set.js';

const help = `check: データの約束を一つずつ確かめ、一行ずつ報告します。/ Every promise of the data, one line each.

  check

  --tiles   folder of the built data [public/tiles]

  Each line begins with ✓ or ✗. Exit 1 when a promise is broken.
`;

async function run(args: string[], { write }: CommandIo): Promise<void> {
  const { values } = readOptions(args, { tiles: { type: 'string', default: tilesFolder } });
  const lines = await runChecks(values.tiles);
  await write(lines.map(({ ok, text }) => `${ok ? '✓' : '✗'} ${text}\n`).join(''));
  const broken = lines.filter(({ ok }) => !ok).length;
  if (broken > 0) throw new Failure(`${broken} of ${lines.length} promises are broken`);
}

export const check: Command = { help, run };
