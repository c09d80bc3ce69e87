import { mebibyte, zipLimits, type Limits } from '../../src/formats/limits.js';

/** What reading one file may cost. Files are read in pieces, so the first figure is patience, the others memory. */
export const importLimits: Limits = {
  ...zipLimits,
  fileBytes: 1024 * mebibyte,
  unpackedBytes: 2048 * mebibyte,
  featureBytes: 64 * mebibyte,
  wholeBytes: 128 * mebibyte,
  // Those of a whole prefecture pass by; what is kept of them is counted below.
  features: Infinity,
};

/** What one layer may hold. The city's sewers are 165,000 pipes, and channels beside them. */
export const keptLimits = { features: 400_000, positions: 3_000_000 } as const;
