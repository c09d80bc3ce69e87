import { copyFile, rm, stat } from 'node:fs/promises';
import { gdalWriter, type GdalWriter } from '../../src/formats/node/gdal-writer.js';

/** Lines or points of one file that become drawable at one zoom. */
export interface TilePart {
  /** Name while working; letters only. */
  name: string;
  /** GeoJSON, one feature a line, with the attributes that are drawn by and no others. */
  path: string;
  /** Layer in the tiles; several parts may go into one. */
  layer: 'sewers' | 'manholes' | 'inlets';
  minZoom: number;
}

export const firstZoom = 10;
/** Everything is drawn here; beyond it the engine enlarges these tiles. */
export const lastZoom = 16;

/**
 * Writes one PMTiles archive with GDAL (WebAssembly). Each part appears at its own zoom, lines are simplified below
 * the last zoom. No feature is dropped to save space: a tile that lacks a sewer would be a false white.
 * @throws Error with GDAL's own words when it cannot
 */
export async function writeTiles(parts: readonly TilePart[], file: string): Promise<void> {
  const gdal = await gdalWriter();
  const collected = await collect(gdal, parts);
  try {
    const conf = Object.fromEntries(
      collected.names.map((name) => {
        const part = parts.find((each) => each.name === name) as TilePart;
        return [name, { target_name: part.layer, minzoom: part.minZoom, maxzoom: lastZoom }];
      }),
    );
    const options = {
      NAME: 'network',
      MINZOOM: firstZoom,
      MAXZOOM: lastZoom,
      SIMPLIFICATION: 2,
      SIMPLIFICATION_MAX_ZOOM: 0.5,
      MAX_SIZE: 2_000_000,
      MAX_FEATURES: 200_000,
      CONF: JSON.stringify(conf),
    };
    const words = Object.entries(options).flatMap(([name, value]) => ['-dsco', `${name}=${value}`]);
    const written = await gdal.convert(collected.path, ['GPKG'], ['-f', 'PMTiles', ...words], 'network');
    await copyFile(written, file);
    await rm(written);
  } finally {
    await rm(collected.real, { force: true });
  }
}

/** All parts as layers of one GeoPackage: a tile holds several of them, so GDAL must see them together. */
async function collect(gdal: GdalWriter, parts: readonly TilePart[]) {
  const names: string[] = [];
  let real = '';
  for (const { name, path } of parts) {
    if ((await stat(path)).size === 0) continue;
    const add = names.length > 0 ? ['-update', '-append'] : [];
    real = await gdal.convert(
      path,
      ['GeoJSON', 'GeoJSONSeq'],
      ['-f', 'GPKG', '-nln', name, ...add],
      'network',
    );
    names.push(name);
  }
  if (names.length === 0) throw new Error('there is nothing to draw');
  return { names, real, path: gdal.pathOf('network.gpkg') };
}
