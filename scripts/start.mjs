/** `npm start`: install, build the data and the page, serve it. `--dev` serves the sources instead. */
import { spawn } from 'node:child_process';
import { chooseCity } from './city.mjs';
import { ensureBuilt, ensureData, ensureInstalled, root, say, tool } from './ensure.mjs';

const asked = chooseCity(process.argv.slice(2));
ensureInstalled();
ensureData();
const development = asked.includes('--dev');
if (!development) ensureBuilt();

const port = process.env.PORT ?? '4173';
const [command, args] = tool(
  'vite',
  ...(development ? [] : ['preview']),
  '--port',
  port,
  '--host',
  '127.0.0.1',
);
say(
  `みずみち → http://127.0.0.1:${port}/  (Ctrl+C to stop; if the port is taken, the next free one is printed below)`,
);
const server = spawn(command, args, { cwd: root, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => process.exit(code ?? 0));
