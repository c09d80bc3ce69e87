import { DiskFailure } from '../../geodata/disk/disk-failure.js';
import { unforeseen } from '../../geodata/disk/end-in-a-sentence.js';
import { cityNames, defaultCity } from '../catalog/cities.js';
import type { Command, CommandIo, ExitCode } from './command.js';
import { askedCity } from './asked-city.js';
import { Failure, UsageError } from './command.js';

interface Entry {
  /** One line for the list of commands. */
  summary: string;
  /** Loaded when asked for: `--help` must not wait for the data's readers. */
  load: () => Promise<Command>;
}

const commands: Readonly<Record<string, Entry>> = {
  report: {
    summary: '地点または住所 → site report (JSON)',
    load: async () => (await import('./commands/report.js')).report,
  },
  search: {
    summary: '住所・町名・駅・施設 → candidates (JSON)',
    load: async () => (await import('./commands/search.js')).search,
  },
  batch: {
    summary: 'CSV の地点・住所 → the same rows with the report’s columns (CSV)',
    load: async () => (await import('./commands/batch.js')).batch,
  },
  runoff: {
    summary: '合理式 → time of concentration, intensity, discharge (JSON)',
    load: async () => (await import('./commands/runoff.js')).runoff,
  },
  import: {
    summary: '公式データ・手元データ → a validated layer',
    load: async () => (await import('./commands/import.js')).importData,
  },
  network: {
    summary: '計測用の模擬管網 → GeoJSON lines, or tiles and index',
    load: async () => (await import('./commands/network.js')).network,
  },
  check: {
    summary: 'データの約束の点検 → one line each',
    load: async () => (await import('./commands/check.js')).check,
  },
};

function overview(): string {
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(8)} ${summary}`);
  return [
    'みずみち: 下水道の計画降雨と担当処理場を、地点・住所・一覧から調べます。',
    '',
    'npm run -s cli -- [--city NAME] <command> [options]        <command> --help',
    '',
    ...lines,
    '',
    `--city NAME (or CITY=NAME) is one of ${cityNames.join(', ')}; without it ${defaultCity}.`,
    'Results (JSON or CSV) on stdout, messages on stderr. Exit 0: done, 1: could not be done, 2: wrong usage.',
    '',
  ].join('\n');
}

/** Runs one command line; `args` without the program's own name. */
export async function runCommandLine(all: string[], io: CommandIo): Promise<ExitCode> {
  let asked: ReturnType<typeof askedCity>;
  try {
    asked = askedCity(all, process.env);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    io.say(error.message);
    return 2;
  }
  // One city a process: the commands, loaded only below, find it there (src/catalog/city.ts).
  if (asked.name !== null) process.env['CITY'] = asked.name;
  const [name, ...args] = asked.rest;
  if (name === undefined) {
    io.say(overview());
    return 2;
  }
  if (name === '--help' || name === '-h' || name === 'help') {
    await io.write(overview());
    return 0;
  }
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!entry) {
    io.say(`unknown command "${name}"; one of ${Object.keys(commands).join(', ')}`);
    return 2;
  }
  let help = '';
  try {
    const command = await entry.load();
    ({ help } = command);
    if (args.includes('--help') || args.includes('-h')) await io.write(help);
    else await command.run(args, io);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      io.say(`${name}: ${error.message}\n\n${help}`);
      return 2;
    }
    // Who reads through a pipe may stop at any line: no failure of ours.
    if (error instanceof DiskFailure && error.code === 'EPIPE') return 0;
    io.say(`${name}: ${error instanceof Failure ? error.message : unforeseen(error)}`);
    return 1;
  }
}
