/** The name blocks 街区 have among the parts of an answer that may be missing. */
export const blocksPart = 'blocks';

/** Id of a ward's blocks in the manifest's list of documents; the file is called after it. */
export const blockDocumentId = (wardNameEn: string): string =>
  `blocks/${wardNameEn
    .toLowerCase()
    .replace(/[\s-]*(ku|ward)$/, '')
    .replace(/[^a-z]+/g, '-')}`;
export const isBlockDocument = (id: string): boolean => id.startsWith('blocks/');

/** What stands behind `?` in the address of a file of blocks: another version is another address. */
export const blockVersion = (sha256: string): string => sha256.slice(0, 12);

/** Id of the places from OpenStreetMap in the same list. */
export const placesDocumentId = 'places-osm';

/** Documents that are kept beside the offline shell: fetched when they are used, and when the page is idle. */
export const isBesideShell = (id: string): boolean => isBlockDocument(id) || id === placesDocumentId;
