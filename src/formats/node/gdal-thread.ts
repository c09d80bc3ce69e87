/**
 * GDAL in a thread of its own: whatever a file keeps it busy with, the thread can be ended. Started by gdal-in-node.ts,
 * which places the files and says in which folder they lie.
 */
import { basename, dirname } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { closeOpened, EngineBroken, openForReading, RasterOnly, writtenFor } from '../gdal/gdal-port.js';
import { gdalMessage, openDataset, type GdalDataset } from '../gdal/gdal3.js';
import { GdalSigns, type GdalSign } from '../gdal/gdal-watch.js';
import { startGdal3 } from './start-gdal3.js';

export type GdalQuestion =
  | {
      ask: 'open';
      /** Folder of the real disk with `input.<extension>` in it. */
      folder: string;
      extension: string;
      drivers: readonly string[];
      options: readonly string[];
      fileBytes: number;
    }
  | { ask: 'convert'; dataset: number; options: readonly string[]; fileBytes: number }
  | {
      /** One call of ogr2ogr; what it writes stays, for the next call and for whoever asked. */
      ask: 'write';
      /** Of a file of the real disk, or of one that was written before (`/output/…`). */
      path: string;
      drivers: readonly string[];
      options: readonly string[];
      /** Of what is written, without its ending. */
      name: string;
      fileBytes: number;
    }
  | { ask: 'close'; dataset: number };
export type GdalAnswer =
  | { ok: true; dataset: number; info: unknown }
  /** Path of the real disk that was written. */
  | { ok: true; real: string }
  | { ok: true }
  /** `broken`: nothing can be asked of this engine any more. */
  | { ok: false; message: string; raster: boolean; broken: boolean };
export type FromThread =
  { kind: 'ready' } | { kind: 'sign'; sign: GdalSign } | { kind: 'answer'; answer: GdalAnswer };

const { output } = workerData as { output: string };
const port = parentPort;
if (!port) throw new Error('a thread without a parent');
const tell = (message: FromThread) => port.postMessage(message);

/** What GDAL complained about since it was asked: of what it writes it says no more than that. */
let complaints: string[] = [];
const mostComplaints = 20;
const engine = await startGdal3(output, (message) => {
  if (complaints.length < mostComplaints && message.trim() !== '') complaints.push(message.trim());
});
const { FS, NODEFS } = engine.Module;
const signs = new GdalSigns(engine, (sign) => tell({ kind: 'sign', sign }));
const open = new Map<number, { dataset: GdalDataset; folder: string }>();
let folders = 0;

async function write({ path, drivers, options, name }: Extract<GdalQuestion, { ask: 'write' }>) {
  complaints = [];
  const isOwn = path.startsWith('/output/');
  const folder = `/write${++folders}`;
  try {
    if (!isOwn) {
      FS.mkdir(folder);
      FS.mount(NODEFS, { root: dirname(path) }, folder);
    }
    const inside = isOwn ? path : `${folder}/${basename(path)}`;
    const dataset = openDataset(engine, inside, { drivers, options: [], kind: 'vector' });
    try {
      return (await engine.ogr2ogr(dataset, [...options], name)).real;
    } finally {
      await engine.close(dataset);
    }
  } catch (error) {
    throw new Error(complaints.join('; ') || gdalMessage(error), { cause: error });
  } finally {
    if (!isOwn) {
      FS.unmount(folder);
      FS.rmdir(folder);
    }
  }
}

async function answer(question: GdalQuestion): Promise<GdalAnswer> {
  if (question.ask === 'write') return { ok: true, real: await write(question) };
  if (question.ask === 'open') {
    const number = ++folders;
    const folder = `/read${number}`;
    FS.mkdir(folder);
    FS.mount(NODEFS, { root: question.folder }, folder);
    const leave = () => {
      FS.unmount(folder);
      FS.rmdir(folder);
    };
    try {
      const path = `${folder}/input.${question.extension}`;
      const { dataset, info } = await openForReading(engine, path, question.drivers, question.options);
      open.set(number, { dataset, folder });
      return { ok: true, dataset: number, info };
    } catch (error) {
      leave();
      throw error;
    }
  }
  const opened = open.get(question.dataset);
  if (!opened) throw new Error('not open');
  if (question.ask === 'convert')
    return { ok: true, real: (await writtenFor(engine, opened.dataset, question.options)).real };
  open.delete(question.dataset);
  await closeOpened(engine, opened.dataset);
  FS.unmount(opened.folder);
  FS.rmdir(opened.folder);
  return { ok: true };
}

port.on('message', (question: GdalQuestion) => {
  const fileBytes = question.ask === 'close' ? 0 : question.fileBytes;
  signs
    .during(fileBytes, () => answer(question))
    .then(
      (answered) => tell({ kind: 'answer', answer: answered }),
      (error: unknown) =>
        tell({
          kind: 'answer',
          answer: {
            ok: false,
            message: gdalMessage(error),
            raster: error instanceof RasterOnly,
            broken: error instanceof EngineBroken,
          },
        }),
    );
});
tell({ kind: 'ready' });
