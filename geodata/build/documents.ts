import type { Feature } from '../recipes/feature.js';
import { searchFile } from './search-file.js';
import { yearbookFile } from '../recipes/yearbook-document.js';

/** Files beside the layers: id → content of `public/tiles/<id>.json`. */
export function documentsOf(layers: ReadonlyMap<string, readonly Feature[]>): Map<string, string> {
  return new Map([
    ['search', searchFile(layers)],
    ['yearbook', yearbookFile()],
  ]);
}
