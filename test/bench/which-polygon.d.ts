declare module 'which-polygon' {
  import type { FeatureCollection, Geometry } from 'geojson';
  export default function whichPolygon<Properties>(
    data: FeatureCollection<Geometry | null, Properties>,
  ): (position: [number, number]) => Properties | null;
}
