import type { Feature, FeatureCollection, Geometry } from 'geojson';

/** A feature of a layer; null geometry = its place is not published. */
export type LayerFeature = Feature<Geometry | null>;
export type LayerCollection = FeatureCollection<Geometry | null>;
