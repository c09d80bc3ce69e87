import { cityNames, cityOf } from '../catalog/cities.js';
import { isLocale, type Locale } from '../i18n/locale.js';
import unknownCity from '../i18n/unknown-city.json' with { type: 'json' };
import { UsageError } from './command.js';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Takes `--city NAME` from before the command; without it `CITY` counts, an empty one like none.
 * @returns the name, null where nobody says, and the arguments from the command on
 * @throws UsageError naming the cities there are, in the language of `--lang` or of the environment
 */
export function askedCity(args: readonly string[], environment: Environment) {
  const [first = '', second = ''] = args;
  const joined = first.startsWith('--city=');
  const said = joined ? first.slice('--city='.length) : first === '--city' ? second : null;
  const rest = args.slice(said === null ? 0 : joined ? 1 : 2);
  const name = said ?? (environment['CITY'] || null);
  if (name !== null && !cityOf(name)) {
    const words = unknownCity[language(rest, environment)];
    throw new UsageError(words.replace('{name}', () => name).replace('{names}', cityNames.join(', ')));
  }
  return { name, rest };
}

/** The reader's language: as `--lang` says, or the environment; Japanese where it is none of ours. */
function language(args: readonly string[], { LC_ALL, LC_MESSAGES, LANG }: Environment): Locale {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const said = args[at] === '--lang' ? args[at + 1] : args[at]?.slice('--lang='.length);
  if (at >= 0 && isLocale(said)) return said;
  const code = (LC_ALL || LC_MESSAGES || LANG || '').slice(0, 2);
  return isLocale(code) ? code : 'ja';
}
