/**
 * Imports argv[3] into the folder argv[2] as the command line does, with a build that takes a moment instead of
 * seconds, and kills itself at the step argv[4] if there is one. In a process of its own, to be killed in.
 */
import { copyFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { officialHashes } from '../../../geodata/build/build-into.js';
import { bundle } from '../../../geodata/build/manifest.js';
import { endInASentence } from '../../../geodata/disk/end-in-a-sentence.js';
import { officialLayer } from '../../../geodata/import/official-layer.js';
import { runImport } from '../../../geodata/import/run-import.js';

const [, , folder = '', file = '', wanted = 'never'] = process.argv;
const [official, tiles] = [join(folder, 'official'), join(folder, 'tiles')];
const say = (line: string) => void process.stderr.write(`${line}\n`);
endInASentence('import', say);

const result = await runImport(
  { file, layer: 'inundation', dryRun: false },
  {
    say,
    officialFolder: official,
    tilesFolder: tiles,
    rebuild: async (staged) => {
      for (const name of readdirSync(tiles)) copyFileSync(join(tiles, name), join(staged.tiles, name));
      const imported = officialLayer('inundation-zones', staged.official);
      writeFileSync(join(staged.tiles, 'inundation-zones.geojson'), JSON.stringify(imported));
      const { manifest } = bundle(new Map(), new Map(), null, officialHashes(staged.official));
      writeFileSync(join(staged.tiles, 'manifest.json'), JSON.stringify(manifest));
    },
    preview: async () => new Map(),
    onStep: (step) => {
      if (step.startsWith(wanted)) process.kill(process.pid, 'SIGKILL');
    },
  },
);
process.exitCode = result.ok ? 0 : 1;
