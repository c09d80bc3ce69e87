import type { Feature } from 'geojson';
import papaparse from 'papaparse';
import * as v from 'valibot';
import { blockLayer, blockZoom, groundCredits } from '../../src/catalog/basemap.js';
import { boundingBoxOf } from '../../src/geometry/bounding-box.js';
import { distanceMeters } from '../../src/geometry/measure.js';
import { cutTiles } from './cut-tiles.js';
import { writePmtiles } from './pmtiles-writer.js';

const rowSchema = v.object({
  ward: v.pipe(v.string(), v.nonEmpty()),
  town: v.pipe(v.string(), v.nonEmpty()),
  block: v.pipe(v.string(), v.nonEmpty()),
  longitude: v.pipe(v.string(), v.transform(Number), v.number()),
  latitude: v.pipe(v.string(), v.transform(Number), v.number()),
});
type Row = v.InferOutput<typeof rowSchema>;

/** Rows of 街区レベル位置参照情報. @throws naming the line that does not keep the form */
export function readBlocks(csv: string): Row[] {
  const { data } = papaparse.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });
  return data.map((cells, line) => {
    const row = v.safeParse(rowSchema, cells);
    if (row.success) return row.output;
    throw new Error(`blocks, line ${line + 2}: ${row.issues[0].message}`);
  });
}

/**
 * Numbers of blocks (街区, in 大字 of lots 地番) as a PMTiles archive of one zoom: each number once, at that of its own
 * points which lies nearest to their middle. The same rows give the same bytes.
 */
export function buildBlockNumbers(
  rows: readonly Row[],
  about: { name: string; asOf: string; centre: readonly [number, number] },
): Uint8Array {
  const blocks = new Map<string, Row[]>();
  for (const row of rows) {
    const key = `${row.ward} ${row.town} ${row.block}`;
    const points = blocks.get(key);
    if (points) points.push(row);
    else blocks.set(key, [row]);
  }
  const features = [...blocks.values()].map((points): Feature => {
    const { block, longitude, latitude } = middleOf(points);
    return {
      type: 'Feature',
      properties: { number: block },
      geometry: { type: 'Point', coordinates: [longitude, latitude] },
    };
  });
  const box = boundingBoxOf(rows.map(({ longitude, latitude }) => [longitude, latitude]));
  if (!box) throw new Error('there are no blocks');
  const zooms = { min: blockZoom, max: blockZoom };
  const tiles = cutTiles(
    { [blockLayer]: features.map((feature) => ({ minZoom: blockZoom, feature })) },
    zooms,
    box,
  );
  return writePmtiles(tiles, {
    minZoom: blockZoom,
    maxZoom: blockZoom,
    bounds: box,
    centre: { longitude: about.centre[0], latitude: about.centre[1], zoom: blockZoom },
    metadata: {
      name: about.name,
      attribution: groundCredits['block-numbers'].text,
      asOf: about.asOf,
      vector_layers: [
        { id: blockLayer, minzoom: blockZoom, maxzoom: blockZoom, fields: { number: 'String' } },
      ],
    },
  });
}

function middleOf(points: readonly Row[]): Row {
  const mean = (pick: (row: Row) => number) =>
    points.reduce((sum, row) => sum + pick(row), 0) / points.length;
  const middle = [mean(({ longitude }) => longitude), mean(({ latitude }) => latitude)] as const;
  const away = ({ longitude, latitude }: Row) => distanceMeters(middle, [longitude, latitude]);
  return points.reduce((nearest, row) => (away(row) < away(nearest) ? row : nearest));
}
