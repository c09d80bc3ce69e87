import { readFileSync } from 'node:fs';
import { city } from '../src/catalog/city.js';

/** What the page is told of the data and the city it is built for. @throws when the data are another city's */
export function builtDefines(): Record<string, string> {
  const manifest = readFileSync('public/tiles/manifest.json', 'utf8');
  const { pack } = JSON.parse(manifest) as { pack: string };
  if (pack !== city.id)
    throw new Error(`public/tiles holds ${pack}, not ${city.id}: CITY=${city.id} npm run data`);
  return { BUILT_MANIFEST: manifest, BUILT_CITY: JSON.stringify(city.id) };
}
