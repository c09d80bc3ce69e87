/** `node scripts/with-city.mjs tsx geodata/build.ts [--city NAME]`: a program of node_modules, for a city there is. */
import { spawnSync } from 'node:child_process';
import { chooseCity } from './city.mjs';
import { root, tool } from './ensure.mjs';

const [command, args] = tool(...chooseCity(process.argv.slice(2)));
const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
process.exit(status ?? 1);
