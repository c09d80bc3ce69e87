/**
 * `npm run -s cli -- <command>`: the command line, also on a fresh clone.
 * Plain JavaScript until the dependencies are there; nothing but results goes to stdout.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureData, ensureInstalled, root, say } from './ensure.mjs';

ensureInstalled({ development: false });
// Only what answers from the data needs it, and a build that is there is good enough to answer from.
// `--city NAME` stands before the command; src/cli/asked-city.ts reads it.
const args = process.argv.slice(2);
const [command, ...rest] = args.slice(args[0] === '--city' ? 2 : args[0]?.startsWith('--city=') ? 1 : 0);
const answersFromData = ['report', 'search', 'batch', 'check'].includes(command) && !rest.includes('--help');
if (answersFromData && !rest.some((arg) => arg.startsWith('--tiles'))) {
  if (!existsSync(join(root, 'public/tiles/manifest.json'))) ensureData();
}

const { register } = await import('tsx/esm/api');
register();
// npm runs scripts in the repository; files named on the command line are meant from where the reader stands.
try {
  if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
} catch {
  say(`✗ ${process.env.INIT_CWD}: this folder is gone; go into one that is there`);
  process.exit(1);
}
await import(pathToFileURL(join(root, 'src/cli/main.ts')).href);
