import type { Locale } from '../../src/i18n/locale.js';
import type { OnStep } from '../disk/journal.js';
import type { LayerFeature } from './layer-collection.js';
import type { ImportLayer } from './layers.js';
import type { ImportProblem } from './problem.js';
import type { ImportReport } from './report.js';
import type { BuildFolders } from './staged-build.js';
import type { TallySummary } from './tally.js';

export interface ImportArgs {
  /** The file to read; '' with `remove`. */
  file: string;
  /** Layer id or one of its short names (layers.ts). */
  layer: string;
  dryRun: boolean;
  mappingFile?: string;
  /** `EPSG:6670`: goes before what the file says. */
  crs?: string;
  /** ISO date, where the file's name does not carry one. */
  asOf?: string;
  /** Takes the imported layer away again; the constructed one comes back. */
  remove?: boolean;
}

/** Layers as they would be built, by id. */
export type Preview = ReadonlyMap<string, readonly LayerFeature[]>;

export interface ImportIo {
  /** One line for people (stderr on the command line). */
  say: (line: string) => void;
  /** Language of those lines and of a refusal; Japanese unless told otherwise. */
  locale?: Locale;
  officialFolder?: string;
  tilesFolder?: string;
  /** Builds the map's layers into a folder, with the change (geodata/build/rebuild.ts). */
  rebuild: (folders: BuildFolders) => Promise<void>;
  /** Builds in memory what a dry run of towns or wards would change (likewise). */
  preview: (officialFolder: string, name: string, text: string) => Promise<Preview>;
  /** How long another import is waited for. */
  waitSeconds?: number;
  /** Told before each step of writing; tests stop the process there. */
  onStep?: OnStep;
}

export type ImportResult =
  | { ok: true; action: 'imported' | 'dry-run'; report: ImportReport }
  | { ok: true; action: 'removed'; layer: ImportLayer; difference: ImportReport['difference'] }
  | {
      ok: false;
      problem: ImportProblem;
      message: string;
      remedy: string;
      detail: string;
      tally: TallySummary | null;
    };
