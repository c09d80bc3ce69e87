import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { writeWhole } from '../../scripts/write-whole.mjs';

/** Puts `text` between the two marks of a section of docs/benchmarks.md. */
export function intoDocs(mark: string, text: string): void {
  const path = fileURLToPath(new URL('../../docs/benchmarks.md', import.meta.url));
  const [before, rest] = readFileSync(path, 'utf8').split(`<!-- ${mark} -->\n`);
  const after = rest?.split(`<!-- /${mark} -->`)[1];
  if (before === undefined || after === undefined)
    throw new Error(`docs/benchmarks.md has no section ${mark}`);
  writeWhole(path, `${before}<!-- ${mark} -->\n\n${text}\n\n<!-- /${mark} -->${after}`);
}
