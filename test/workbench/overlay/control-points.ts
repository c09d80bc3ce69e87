import { toPlane } from '../../../src/geometry/plane-rectangular.js';
import type { Position } from '../../../src/geometry/position.js';

/** Places good to look at; their exact figures are what every format must bring back within 0.5 m. */
export const controlPoints: { name: string; place: Position }[] = [
  { name: '博多駅', place: [130.4207, 33.5898] },
  { name: '市役所', place: [130.4017, 33.5902] },
  { name: '姪浜駅', place: [130.325, 33.5838] },
  { name: '大橋駅', place: [130.4257, 33.5597] },
];

export const planeFeatures = controlPoints.map(({ name, place }, index) => {
  const plane = toPlane(place);
  return {
    type: 'Feature',
    properties: { name, diameter: 1000 + index, note: `φ${index} ﾃｽﾄ` },
    geometry: { type: 'Point', coordinates: [plane.eastMeters, plane.northMeters] },
  };
});

export const degreeFeatures = controlPoints.map(({ name, place }, index) => ({
  type: 'Feature',
  properties: { name, diameter: 1000 + index, note: `φ${index} ﾃｽﾄ` },
  geometry: { type: 'Point', coordinates: [...place] },
}));
