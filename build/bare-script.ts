import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Takes comments and indentation out of `old-browser.js`, which is copied and not bundled: every visitor loads it, and
 * whatever makes scripts smaller writes newer syntax than its readers know.
 */
export function bareScript(name = 'old-browser.js'): Plugin {
  let folder = '';
  return {
    name: 'mizumichi-bare-script',
    apply: 'build',
    configResolved: ({ build }) => void (folder = build.outDir),
    writeBundle() {
      const file = join(folder, name);
      writeFileSync(file, bare(readFileSync(file, 'utf8')));
    },
  };
}

/** The same script. Its comments are blocks that begin a line, and none of its texts spans lines. */
export function bare(script: string): string {
  return script.replace(/^[ \t]*\/\*[\s\S]*?\*\/[ \t]*\n/gm, '').replace(/^[ \t]+|\n(?=\n)/gm, '');
}
