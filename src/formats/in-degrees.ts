import type { Geometry, Position } from 'geojson';
import type { BoundingBox } from '../geometry/position.js';
import { eachPosition, mapPositions } from '../geometry/positions.js';
import { parseCrsName } from './crs/crs-code.js';
import { crsByEpsg, isPlainDegrees, toDegrees } from './crs/crs.js';
import { geometryOf } from './geometry-of.js';
import type { RawFeature, RawLayer } from './raw-layer.js';
import { ReadFailure } from './read-failure.js';

/** How to read the positions of a layer; null `crs` = as the file declares. */
export interface Reading {
  crs: string | null;
  axes: 'east-north' | 'north-east';
}

/** A row with its place in [longitude, latitude] degrees; it is looked at only when asked for. */
export interface PlacedFeature {
  attributes: RawFeature['attributes'];
  readonly geometry: Geometry | null;
}

export interface LayerInDegrees {
  features: AsyncIterable<PlacedFeature>;
  /** Smallest and largest numbers as they stand in the file, of what was looked at so far. */
  extent: () => BoundingBox | null;
}

/**
 * The features of a layer in degrees. Most rows of a prefecture are another city's, so a geometry is checked and
 * converted only when somebody reads it.
 * @throws ReadFailure `crs-unknown`, while reading, for a system that neither our table nor GDAL knows
 */
export function inDegrees(layer: RawLayer, reading: Reading): LayerInDegrees {
  const swapped = reading.axes === 'north-east';
  if (layer.convertWithGdal) {
    const rows = layer.convertWithGdal({ crs: reading.crs, swapped });
    return { features: mapped(rows, (geometry) => geometry), extent: () => layer.extent };
  }
  const seen = new Extent();
  const convert = converterOf(layer, reading);
  const place = (geometry: Geometry): Geometry => {
    seen.grow(geometry);
    return convert ? mapPositions(geometry, convert) : geometry;
  };
  return { features: mapped(layer.features(), place), extent: () => seen.box };
}

/** Null = the numbers are degrees already, longitude first. */
function converterOf({ crs, name }: RawLayer, reading: Reading): ((position: Position) => Position) | null {
  const epsg = reading.crs === null ? (crs?.epsg ?? null) : parseCrsName(reading.crs);
  if (epsg === null || !crsByEpsg(epsg))
    throw new ReadFailure({ reason: 'crs-unknown', detail: `${reading.crs ?? crs?.name ?? ''}: ${name}` });
  const swapped = reading.axes === 'north-east';
  if (isPlainDegrees(epsg) && !swapped) return null;
  const convert = toDegrees({ epsg, swapped, unit: 1 });
  return ([first = NaN, second = NaN, ...rest]) => [...convert(first, second), ...rest];
}

async function* mapped(
  rows: AsyncIterable<RawFeature>,
  place: (geometry: Geometry) => Geometry,
): AsyncGenerator<PlacedFeature> {
  for await (const { attributes, geometry: written } of rows)
    yield {
      attributes,
      get geometry() {
        const geometry = geometryOf(written);
        return geometry && place(geometry);
      },
    };
}

/** The smallest box around numbers that have no system yet. */
class Extent {
  #box: [number, number, number, number] | null = null;

  get box(): BoundingBox | null {
    return this.#box;
  }

  grow(geometry: Geometry): void {
    eachPosition(geometry, ([x = NaN, y = NaN]) => {
      if (!Number.isFinite(x) || !Number.isFinite(y)) return;
      const [west, south, east, north] = this.#box ?? [x, y, x, y];
      this.#box = [Math.min(west, x), Math.min(south, y), Math.max(east, x), Math.max(north, y)];
    });
  }
}

/** The same of a whole layer: read through once. */
export async function extentOf(layer: RawLayer): Promise<BoundingBox | null> {
  if (layer.extent) return layer.extent;
  const extent = new Extent();
  for await (const { geometry: written } of layer.features()) {
    const geometry = geometryOf(written);
    if (geometry) extent.grow(geometry);
  }
  return extent.box;
}
