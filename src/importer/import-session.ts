import type { ImportedLayers } from './imported-layers.js';

/** What the importer asks of the page it stands on. */
export interface ImportSession {
  /** Absolute address of the folder of built layers. */
  readonly tilesUrl: string;
  /** The imported layers at work on this device. */
  importedLayers(): Promise<ImportedLayers>;
  /** Asks for the report anew: the layers it is answered from have changed. */
  ask(): void;
}
