/** Chunks of the workbench and of the embed are named so: the offline store of the page leaves them out. */
export function chunkPrefix(moduleIds: readonly string[]): string {
  const only = (pattern: RegExp) => moduleIds.length > 0 && moduleIds.every((id) => pattern.test(id));
  if (
    only(
      /src\/(workbench|network|formats)\/|i18n\/generated\/workbench|terra-draw|src\/map\/(workbench-host|comparison|overlay-layers|picture)/,
    )
  )
    return 'workbench-';
  if (
    only(/NearestSewer|i18n\/generated\/network|network-tiles|network-reader|network-ranges|packed-|pmtiles/)
  )
    return 'network-';
  if (only(/i18n\/generated\/importer/)) return 'importer-';
  return only(/src\/embed\/|i18n\/generated\/embed|catalog\/stories/) ? 'embed-' : '';
}
