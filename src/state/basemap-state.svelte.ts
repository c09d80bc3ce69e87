/**
 * CONTRACT BasemapState: what lies under the layers.
 *   .current     'embedded' | 'gsi-pale' | 'gsi-photo' (assignable; default 'embedded')
 *   .thirdParty  true when tiles come from another server (say so before and while it is on)
 *   basemaps     the ids in menu order;  isThirdParty(id)
 */
import { basemaps, isThirdParty, type Basemap } from '../style/basemap.js';

export { basemaps, isThirdParty, type Basemap };

export class BasemapState {
  current = $state<Basemap>('embedded');
  readonly thirdParty = $derived(isThirdParty(this.current));
}
