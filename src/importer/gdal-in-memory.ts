import type { GdalInMemory, OpenedByGdal } from '../../geodata/import/read/gdal-port.js';
import { gdalMessage, type GdalDataset, type GdalEngine } from '../workbench/overlay/gdal-engine.js';

const pieceBytes = 1 << 20;
let folders = 0;
let outputs = 0;

/** The bench's GDAL as the importer wants it: files lie in the engine's own memory and end with the worker. */
export function gdalInMemory(engine: GdalEngine): GdalInMemory {
  const { FS } = engine.Module;
  let said: string[] = [];
  const listened = async <Value>(work: Promise<Value>): Promise<Value> =>
    work.catch((error: unknown) => {
      said.push(gdalMessage(error));
      throw error;
    });
  return {
    place: (files) => {
      const folder = `/input/import${++folders}`;
      FS.mkdir(folder);
      for (const [extension, bytes] of files) FS.writeFile(`${folder}/input.${extension}`, bytes);
      return Promise.resolve(folder);
    },
    open: async (path, options) => {
      const [dataset] = (await listened(engine.open(path, [...options]))).datasets;
      if (!dataset) throw new Error(`no data in ${path}`);
      return opened(engine, dataset, await listened(engine.ogrinfo(dataset)), listened);
    },
    complaints: () => {
      const told = said;
      said = [];
      return told;
    },
  };
}

function opened(
  engine: GdalEngine,
  dataset: GdalDataset,
  info: unknown,
  listened: <Value>(work: Promise<Value>) => Promise<Value>,
): OpenedByGdal {
  const { FS } = engine.Module;
  return {
    info,
    async *convert(options) {
      const { local } = await listened(engine.ogr2ogr(dataset, [...options], `import${++outputs}`));
      const bytes = FS.readFile(local);
      FS.unlink(local);
      for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
    },
    close: () => engine.close(dataset),
  };
}
