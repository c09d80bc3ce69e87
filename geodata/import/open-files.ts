import type { ByteSource } from '../../src/formats/byte-source.js';
import { findSets, type FileProblem, type FindOptions } from '../../src/formats/file-sets.js';
import { extensionOf, stemOf } from '../../src/formats/format-table.js';
import { openSet, type OpenedSet, type OpenOptions } from '../../src/formats/open-set.js';
import type { RawLayer } from '../../src/formats/raw-layer.js';
import { ReadFailure, type ReadProblem } from '../../src/formats/read-failure.js';
import { importLimits } from './import-limits.js';

export interface OpenFilesOptions
  extends Pick<OpenOptions, 'crs' | 'encoding' | 'startGdal'>, Pick<FindOptions, 'keep'> {}

export interface OpenedFiles {
  dataSets: RawLayer[];
  /** Data of a zip in formats that only GDAL reads, and that stands there in no other; none where GDAL is at hand. */
  leftOut: string[];
  close: () => Promise<void>;
}

const isXml = (name: string) => extensionOf(name) === 'xml';

/** Told by names, of a zip's files too: what is of no known format, and what a shapefile lacks (`A51-25_40130.dbf`). */
function withNames({ fileName, problem }: FileProblem): ReadProblem {
  if (problem.reason === 'unknown-format') return { ...problem, extension: fileName };
  if (problem.reason !== 'shapefile-incomplete') return problem;
  const missing = problem.missing.split(' ').map((extension) => `${stemOf(fileName)}${extension}`);
  return { ...problem, missing: missing.join(', ') };
}

/**
 * Opens one file with those that belong to it, or a zip: of data that a zip holds in several formats, the best one.
 * @throws ReadFailure with the first reason; without GDAL `needs-gdal` names what the command line can read
 */
export async function openFiles(
  files: readonly ByteSource[],
  options: OpenFilesOptions,
): Promise<OpenedFiles> {
  const { startGdal, keep, crs = null, encoding = null } = options;
  const found = await findSets(files, {
    limits: importLimits,
    withGdal: startGdal !== null,
    twins: 'best',
    ...(keep ? { keep } : {}),
  });
  // 国土数値情報 packs catalogues and JPGIS files as XML beside its data; those alone may be unreadable.
  const problem = found.problems.find(({ fileName }) => !isXml(fileName) || found.sets.length === 0);
  if (problem) throw new ReadFailure(withNames(problem));
  const opened: OpenedSet[] = [];
  const close = async () => {
    for (const set of opened.splice(0)) await set.close();
  };
  try {
    for (const set of found.sets) {
      try {
        opened.push(
          await openSet(set, { limits: importLimits, startGdal, crs, encoding, foreignCrs: 'gdal' }),
        );
      } catch (error) {
        if (!isXml(set.files[0].name) || found.sets.length === 1) throw error;
      }
    }
  } catch (error) {
    await close();
    throw error;
  }
  return { dataSets: opened.flatMap(({ layers }) => layers), leftOut: found.leftOut, close };
}
