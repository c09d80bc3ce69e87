/**
 * `Cache-Control` of a built file that is there (docs/hosting.md). Whatever else a server answers, an error above all,
 * is `no-store`: a file missing for a minute must not be missing for a year.
 * @param path from the site's root: `/`, `/assets/….js`
 */
export function cacheControlFor(path: string): string {
  // The name carries a hash of the content.
  if (path.startsWith('/assets/')) return 'public, max-age=31536000, immutable';
  // Archives are read by ranges and replaced as a whole.
  if (/^\/tiles\/(?:network\/|[^/]+\.pmtiles$)/.test(path)) return 'public, max-age=3600, must-revalidate';
  // The manifest vouches for these by their sum; it itself is always compared.
  if (/^\/tiles\/(?!manifest\.json$)(?:blocks\/)?[^/]+\.(?:geojson|json)$/.test(path))
    return 'public, max-age=300, stale-while-revalidate=86400';
  return 'no-cache';
}

/** Whether pages of other origins may read a file: the data and the element. */
export function isReadFromElsewhere(path: string): boolean {
  return /^\/(?:tiles|element)\//.test(path);
}
