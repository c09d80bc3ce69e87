import { Protocol } from 'pmtiles';

/** PMTiles archives read by ranges; a tile that is not in the archive is an empty one, not an error. */
export const tileAnswers = new Protocol({ metadata: false, errorOnMissingTile: false });
