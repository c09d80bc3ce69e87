import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSearchDocument, type SearchDocument } from '../../src/search/document.js';

const json: unknown = JSON.parse(
  readFileSync(join(import.meta.dirname, 'small-city', 'search.json'), 'utf8'),
);

/** A part of the built search document that does not change with the data. */
export function smallCity(): SearchDocument {
  const parsed = parseSearchDocument(json);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.document;
}
