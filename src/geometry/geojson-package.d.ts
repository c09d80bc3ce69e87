/**
 * The code of the package `geojson` 0.5.0. `@types/geojson` has the types of GeoJSON documents under the same name and
 * none of this code, so it is imported by its file. Declared is what `table-features.ts` uses, as exactly as the code
 * keeps it: given own attributes of these types, `parse` returns these and nothing else.
 */
declare module 'geojson/geojson.js' {
  import type { Feature, Geometry } from 'geojson';

  interface GeoJsonPackage {
    readonly version: '0.5.0';
    /** Two attributes of degrees → a Point [longitude, latitude]; the other attributes are the properties. */
    parse<
      Latitude extends string,
      Longitude extends string,
      Item extends Record<Latitude | Longitude, number>,
    >(
      item: Item,
      /** Latitude first. The object is changed by the call: never one that is used again. */
      params: { Point: [latitude: Latitude, longitude: Longitude] },
    ): Feature<
      { type: 'Point'; coordinates: [longitude: number, latitude: number] },
      Omit<Item, Latitude | Longitude>
    >;
    /** One attribute that is the geometry, as it is; the other attributes are the properties. */
    parse<Name extends string, Item extends Record<Name, Geometry | null>>(
      item: Item,
      params: { GeoJSON: Name },
    ): Feature<Item[Name], Omit<Item, Name>>;
  }

  const GeoJSON: GeoJsonPackage;
  export default GeoJSON;
}
