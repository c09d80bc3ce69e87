import { basemaps, isThirdParty, type Basemap } from '../style/basemap.js';

export { basemaps, isThirdParty, type Basemap };

/** What lies under the layers. */
export class BasemapState {
  current = $state<Basemap>('embedded');
  /** True when the tiles come from another server: the page says so before and while it is on. */
  readonly thirdParty = $derived(isThirdParty(this.current));
}
