/**
 * The city a script works for: `--city NAME`, else `CITY=NAME`, else the default of src/catalog/cities.ts.
 * Plain JavaScript with Node's own modules only: an unknown name is answered before anything is installed.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, 'geodata/cities');

/** Every folder that is a city. */
export const cityNames = readdirSync(folder)
  .filter((name) => existsSync(join(folder, name, 'city.ts')))
  .sort();

/** The language of the environment (LC_ALL, LC_MESSAGES, LANG); Japanese where it is none of ours. */
function language({ LC_ALL, LC_MESSAGES, LANG } = process.env) {
  return /^(ja|en|zh|ko)/.exec(LC_ALL || LC_MESSAGES || LANG || '')?.[0] ?? 'ja';
}

/**
 * Takes `--city NAME` or `--city=NAME` out of the arguments and hands the name on as CITY to whatever is started.
 * Ends the process with 2 when there is no such city.
 * @returns the other arguments
 */
export function chooseCity(args) {
  const rest = [...args];
  const at = rest.findIndex((arg) => arg === '--city' || arg.startsWith('--city='));
  if (at >= 0) {
    const separate = rest[at] === '--city';
    process.env.CITY = separate ? (rest[at + 1] ?? '') : rest[at].slice('--city='.length);
    rest.splice(at, separate ? 2 : 1);
  }
  const name = process.env.CITY;
  if ((at >= 0 || name) && !cityNames.includes(name)) {
    const words = JSON.parse(readFileSync(join(root, 'src/i18n/unknown-city.json'), 'utf8'));
    const text = words[language()].replace('{name}', () => name).replace('{names}', cityNames.join(', '));
    process.stderr.write(`✗ ${text}\n`);
    process.exit(2);
  }
  return rest;
}
