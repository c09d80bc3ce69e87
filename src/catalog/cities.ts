import { fukuoka } from './cities/fukuoka.js';
import type { CityEntry } from './city-entry.js';

/** Every city there is, by the name of its folder. */
const cities: Readonly<Record<string, CityEntry>> = { fukuoka };

export const cityNames: readonly string[] = Object.keys(cities);

/** Whose map it is where nobody says. */
export const defaultCity = 'fukuoka';

/** The city of this name, or null. */
export function cityOf(name: string): CityEntry | null {
  return Object.hasOwn(cities, name) ? (cities[name] ?? null) : null;
}
