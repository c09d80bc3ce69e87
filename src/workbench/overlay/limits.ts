const mega = 1024 * 1024;

/** What one read may cost. A browser tab dies near 2–4 GB, and a parsed file weighs five to ten times its bytes. */
export const limits = {
  fileBytes: 300 * mega,
  unpackedBytes: 600 * mega,
  zipEntries: 2_000,
  features: 200_000,
  vertices: 4_000_000,
  fields: 250,
  textLength: 4_000,
} as const;

export function megabytes(bytes: number): number {
  return Math.round((bytes / mega) * 10) / 10;
}
