import { mebibyte, zipLimits, type Limits } from '../../formats/limits.js';

/** What one read may cost on the workbench. A browser tab dies near 2–4 GB, and a parsed file weighs five to ten times its bytes. */
export const readLimits: Limits = {
  ...zipLimits,
  fileBytes: 300 * mebibyte,
  unpackedBytes: 600 * mebibyte,
  featureBytes: 300 * mebibyte,
  wholeBytes: 300 * mebibyte,
  features: 200_000,
};

/** What one layer may hold. */
export const layerLimits = {
  features: readLimits.features,
  positions: 4_000_000,
  fields: 250,
  textLength: 4_000,
} as const;
