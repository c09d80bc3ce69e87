declare module 'geoflatbush' {
  import type Flatbush from 'flatbush';
  export function around(
    index: Flatbush,
    longitude: number,
    latitude: number,
    maxResults?: number,
    maxDistanceKilometers?: number,
  ): number[];
}
