import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Puts the one style sheet of the build into the script, for shadow roots to adopt. */
export function stylesIntoScript(): Plugin {
  return {
    name: 'mizumichi-styles-into-script',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const sheets = Object.values(bundle).filter(({ fileName }) => fileName.endsWith('.css'));
      const css = sheets.map((sheet) => (sheet.type === 'asset' ? String(sheet.source) : '')).join('\n');
      for (const { fileName } of sheets) delete bundle[fileName];
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === 'chunk' && chunk.code.includes('mizumichiStyles'))
          chunk.code = chunk.code.replaceAll('mizumichiStyles', () => JSON.stringify(css));
      }
    },
  };
}

/** Types, the manual and the value for `integrity="…"` travel with the module. */
export function writeCompanions(folder: string): void {
  const types = readFileSync('src/embed/element/public.ts', 'utf8');
  writeFileSync(join(folder, 'mizumichi-map.d.ts'), types);
  copyFileSync('docs/embed-element.md', join(folder, 'README.md'));
  const module = readFileSync(join(folder, 'mizumichi-map.js'));
  const digest = createHash('sha384').update(module).digest('base64');
  writeFileSync(join(folder, 'integrity.txt'), `sha384-${digest}\n`);
}
