import { pack } from '../catalog/pack.js';
import type { CityFrame } from './overlay/place-layer.js';

/** Where this city lies, for reading files that do not say where theirs do. */
export const cityFrame: CityFrame = { epsg: pack.planeEpsg, box: pack.bbox, frame: pack.frame };
