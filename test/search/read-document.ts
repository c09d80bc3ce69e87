import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SearchDocument } from '../../src/search/document.js';
import { parseSearchDocument } from '../../src/search/document.js';

const file = join(import.meta.dirname, '../../public/tiles/search.json');

/** The built document, as the page loads it. */
export function readDocument(): SearchDocument {
  const parsed = parseSearchDocument(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.document;
}
