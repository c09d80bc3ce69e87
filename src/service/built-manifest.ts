import * as v from 'valibot';
import { manifestSchema, type Manifest } from '../catalog/manifest.js';

declare const BUILT_MANIFEST: unknown;

/**
 * The manifest of the data this program was built beside (vite.config.ts puts it in), so that files can be vouched for
 * when `manifest.json` itself is missing or damaged. Null where nothing was built in.
 */
export function builtManifest(): Manifest | null {
  const parsed = v.safeParse(manifestSchema, typeof BUILT_MANIFEST === 'undefined' ? null : BUILT_MANIFEST);
  return parsed.success ? parsed.output : null;
}
