export { metersPerDegree, type MetersPerDegree } from './ellipsoid.js';
export { bearingDegrees, distanceMeters } from './measure.js';
