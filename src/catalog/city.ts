import { cityNames, cityOf, defaultCity } from './cities.js';

/** Put in by vite.config.ts: a page knows the city it was built for. */
declare const BUILT_CITY: string | undefined;

/** Node's environment, where there is one; this module is type-checked without it. */
const { process } = globalThis as { process?: { env?: Readonly<Record<string, string | undefined>> } };
const name = typeof BUILT_CITY === 'undefined' ? process?.env?.CITY || defaultCity : BUILT_CITY;
const found = cityOf(name);
if (!found) throw new Error(`no city "${name}", only ${cityNames.join(', ')}`);

/** The one city of this page or process: `CITY`, or the default. */
export const cityEntry = found;
export const { city } = cityEntry;
