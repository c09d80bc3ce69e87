import { city } from '../catalog/city.js';
import type { CityFrame } from './overlay/place-layer.js';

/** Where this city lies, for reading files that do not say where theirs do. */
export const cityFrame: CityFrame = { epsg: city.planeEpsg, box: city.bbox, frame: city.frame };
