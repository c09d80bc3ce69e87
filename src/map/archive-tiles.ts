import { PMTiles, Protocol } from 'pmtiles';
import { KeptOrServed } from './ground-source.js';
import { PatientSource } from './patient-source.js';

/** PMTiles archives read by ranges; a tile that is not in the archive is an empty one, not an error. */
const protocol = new Protocol({ metadata: false, errorOnMissingTile: false });

export const tileAnswers = {
  async tile(...[request, abort]: Parameters<typeof protocol.tilev4>) {
    const archive = /^pmtiles:\/\/(.+?)(?:\/\d+\/\d+\/\d+)?$/.exec(request.url)?.[1] ?? '';
    if (archive !== '' && !protocol.get(archive))
      protocol.add(new PMTiles(new KeptOrServed(archive, new PatientSource(archive))));
    try {
      return await protocol.tilev4(request, abort);
    } catch (error) {
      // The library keeps a header or directory that did not come, and would fail by it for ever.
      if (!abort.signal.aborted) protocol.tiles.delete(archive);
      throw error;
    }
  },
};
