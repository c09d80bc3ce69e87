import { fromPlane, type PlaneEpsg } from '../../geometry/plane-rectangular.js';
import type { MapOverlay } from '../../state/map-host.js';
import type { SewerNetwork } from '../../network/sewer-network.js';

/** Pipes of a trace or route, thick on the map. */
export function routeOverlays(
  network: SewerNetwork,
  pipes: readonly number[],
  epsg: PlaneEpsg,
): MapOverlay[] {
  if (pipes.length === 0) return [];
  return [
    {
      id: 'network-route',
      data: {
        type: 'FeatureCollection',
        features: pipes.map((index) => ({
          type: 'Feature',
          id: index,
          properties: { row: index, colour: '#d1007a', label: network.pipes[index]?.record.name ?? '' },
          geometry: {
            type: 'LineString',
            coordinates: (network.pipes[index]?.path ?? []).map(([eastMeters, northMeters]) => [
              ...fromPlane({ eastMeters, northMeters }, epsg),
            ]),
          },
        })),
      },
      opacity: 0.85,
      fillOpacity: 0,
      lineWidthPixels: 6,
      pointRadiusPixels: 4,
      dashed: false,
      labels: false,
    },
  ];
}
