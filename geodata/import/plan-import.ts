import type { RawLayer } from '../../src/formats/raw-layer.js';
import type { LayerCollection } from './layer-collection.js';
import type { ImportLayer } from './layers.js';
import type { Mapping } from './mapping.js';
import { writeOfficial, type OfficialFile } from './official-file.js';
import { officialFileOf, importReportOf } from './import-record.js';
import { prepareImport } from './prepare.js';
import type { ImportReport } from './report.js';
import type { Tally } from './tally.js';

export interface PlanInput {
  layer: ImportLayer;
  file: ImportReport['file'];
  dataSets: readonly RawLayer[];
  mapping: Mapping | null;
  /** Named by the user; goes before the mapping and the file. */
  crs: string | null;
  /** ISO date, where the file's name does not carry one. */
  asOf: string | null;
  /** A layer as the built map has it. */
  current: (layer: ImportLayer) => LayerCollection | null;
  /** What was imported into the layer before; null = nothing, or it does not count here. */
  earlier: OfficialFile | null;
  tally: Tally;
}

/** All that an import decides before anything is kept. */
export interface ImportPlan {
  official: OfficialFile;
  /** The file to write: the imported features with their record. */
  text: string;
  /** What there is to say, once it is known what changes. */
  report: (difference: ImportReport['difference'], rebuilt: ImportReport['rebuilt']) => ImportReport;
}

/**
 * The one way from opened layers to what would be written, for a preview in a browser and for an import alike: driver,
 * coordinate system, the city's rows, mended and checked. @throws ImportFailure, ReadFailure
 */
export async function planImport(input: PlanInput): Promise<ImportPlan> {
  const { file, earlier, tally } = input;
  const prepared = await prepareImport({ ...input, fileName: file.name });
  const official = officialFileOf(earlier, prepared, file);
  return {
    official,
    text: writeOfficial(official),
    report: (difference, rebuilt) => importReportOf(prepared, file, difference, rebuilt, tally),
  };
}
