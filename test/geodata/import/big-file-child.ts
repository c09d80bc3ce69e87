import { runImport } from '../../../geodata/import/run-import.js';

/** Imports argv[2] on a dry run in a process with little memory; the result goes to stdout as JSON. */
const [, , file = '', tilesFolder = '', officialFolder = ''] = process.argv;
const result = await runImport(
  { file, layer: 'inundation', dryRun: true },
  {
    say: () => undefined,
    tilesFolder,
    officialFolder,
    rebuild: () => Promise.resolve(),
    preview: () => Promise.resolve(new Map()),
  },
);
process.stdout.write(JSON.stringify(result));
