/** Where the files of this deployment lie, as seen from the embed; absolute addresses. */
export interface EmbedSite {
  /** Folder of the data files. */
  tilesUrl: string;
  /** The full map's page, without a hash. */
  mapUrl: string;
}
