import { importLayers, type ImportLayer } from '../../geodata/import/layers.js';

/** Why a layer is not brought in on the page; the command line brings it. */
export type Elsewhere = 'rebuilds' | 'needs-mapping' | null;

/** Made of town cells or made into them: other layers are cut anew when they change. */
const rebuilding: readonly ImportLayer[] = ['wards', 'towns', 'treatment-districts', 'priority-districts'];

export function elsewhere(layer: ImportLayer): Elsewhere {
  if (rebuilding.includes(layer)) return 'rebuilds';
  return layer === 'sewers' ? 'needs-mapping' : null;
}

const all = Object.keys(importLayers) as ImportLayer[];
export const layersHere: readonly ImportLayer[] = all.filter((layer) => elsewhere(layer) === null);
/** In the order a reader looks for them: first what the page itself reads. */
export const layersOffered: readonly ImportLayer[] = [
  ...layersHere,
  ...all.filter((layer) => !layersHere.includes(layer)),
];

/** The line for the command line, to be run in the folder of the source. */
export function commandLine(layer: ImportLayer | null, file: string): string {
  const quoted = /^[\w.-]+$/.test(file) ? file : `"${file.replaceAll(/(["\\$`])/g, '\\$1')}"`;
  if (layer === null) return `npm run -s cli -- import ${quoted} --layer …`;
  const mapped = layer === 'sewers' || layer === 'treatment-districts' || layer === 'priority-districts';
  return `npm run -s cli -- import ${quoted} --layer ${layer}${mapped ? ' --mapping mapping.json' : ''}`;
}
