import { openFiles } from '../../geodata/import/open-files.js';
import { city as fukuoka } from '../../src/catalog/city.js';
import { bytesSource } from '../../src/formats/byte-source.js';
import { inDegrees } from '../../src/formats/in-degrees.js';
import { ReadFailure, type ReadReason } from '../../src/formats/read-failure.js';
import { eachPosition } from '../../src/geometry/positions.js';
import { isPlaced } from '../../src/workbench/overlay/overlay.js';
import { readFiles } from '../../src/workbench/overlay/read-files.js';
import { gdalInMemory } from './gdal-for-tests.js';

/** Rows as either caller has them: cells as text, positions in degrees to a centimetre or so. */
export type Row = Record<string, string>;
export type Answer = { rows: Row[]; encoding?: string | null } | { refused: string };
export type NamedBytes = [name: string, bytes: Uint8Array];

const cell = (value: unknown) => (value === null || value === undefined ? '' : String(value));
const rowOf = (cells: Iterable<[string, unknown]>, geometry: Parameters<typeof eachPosition>[0]): Row => {
  const places: string[] = [];
  eachPosition(geometry, ([x = NaN, y = NaN]) => places.push(`${x.toFixed(7)} ${y.toFixed(7)}`));
  return {
    ...Object.fromEntries([...cells].map(([name, value]) => [name, cell(value)])),
    at: places.join(', '),
  };
};

/** As the workbench reads what is dropped on it. */
export async function onWorkbench(files: readonly NamedBytes[]): Promise<Answer> {
  const city = { epsg: fukuoka.planeEpsg, box: fukuoka.bbox, frame: fukuoka.frame };
  const results = await readFiles(
    files.map(([name, bytes]) => ({ name, bytes })),
    { city, loadGdal: gdalInMemory, onProgress: () => undefined },
  );
  const rows: Row[] = [];
  for (const result of results) {
    if (!result.ok) return { refused: result.problem.reason };
    for (const layer of result.layers) {
      if (!isPlaced(layer)) return { refused: `asked: ${layer.declared ?? ''}` };
      for (const { properties, geometry } of layer.features)
        rows.push(rowOf(Object.entries(properties), geometry));
    }
  }
  return { rows };
}

/** As an import reads it, on the page and on the command line. */
export async function onImport(files: readonly NamedBytes[]): Promise<Answer> {
  try {
    const sources = files.map(([name, bytes]) => bytesSource(name, bytes));
    const opened = await openFiles(sources, { startGdal: gdalInMemory });
    const rows: Row[] = [];
    for (const layer of opened.dataSets) {
      if (layer.crs === null) return { refused: 'asked: ' };
      const { features } = inDegrees(layer, { crs: null, axes: 'east-north' });
      for await (const { attributes, geometry } of features) rows.push(rowOf(attributes, geometry));
    }
    await opened.close();
    return { rows };
  } catch (error) {
    if (!(error instanceof ReadFailure)) throw error;
    const reason: ReadReason = error.problem.reason;
    return { refused: reason };
  }
}

export const callers = [
  ['the workbench', onWorkbench],
  ['the importer', onImport],
] as const;
