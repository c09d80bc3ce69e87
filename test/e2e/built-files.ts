import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What the browser tests are run against. */
export const dist = 'dist';

/** Every built file by its path from the site's root; dot files are notes of the build, not of the site. */
export const builtFiles: readonly string[] = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
  .map((entry) => join(entry.parentPath, entry.name).slice(dist.length + 1))
  .sort();
