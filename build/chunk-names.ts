/** Chunks of the bench and of the embed are named so: the offline store of the page leaves them out. */
export function chunkPrefix(moduleIds: readonly string[]): string {
  const only = (pattern: RegExp) => moduleIds.length > 0 && moduleIds.every((id) => pattern.test(id));
  if (
    only(
      /src\/(workbench|network|formats)\/|messages-tools|terra-draw|src\/map\/(bench-host|comparison|overlay-layers|picture)/,
    )
  )
    return 'bench-';
  if (only(/NearestSewer|messages-network|network-tiles|network-reader|network-ranges|packed-|pmtiles/))
    return 'network-';
  return only(/src\/embed\/|messages-embed|catalog\/stories/) ? 'embed-' : '';
}
