import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { oldestBrowsers } from '../../build/browsers.js';
import { faultTable } from '../e2e/fault-table.js';

const file = new URL('../../docs/reliability.md', import.meta.url);
const text = readFileSync(file, 'utf8');

/** The table as the document has it; on a difference, the expectation prints what belongs there. */
const table = [
  '| fault | how it is provoked | what the person sees | what still works | proof |',
  '| --- | --- | --- | --- | --- |',
  ...faultTable.map(
    ({ fault, provoked, sees, works, proof }) =>
      `| ${fault} | ${provoked} | ${sees} | ${works} | ${
        proof === 'matrix' ? '`test/e2e/faults.spec.ts`' : `\`${proof}\``
      } |`,
  ),
].join('\n');

describe('docs/reliability.md', () => {
  it('prints the fault table as it is', () => {
    expect(/<!-- matrix -->\n\n([^]*?)\n\n<!-- \/matrix -->/.exec(text)?.[1]).toBe(table);
  });

  it('names proofs that exist', () => {
    for (const { proof } of faultTable)
      if (proof !== 'matrix')
        expect(existsSync(new URL(`../../${proof}`, import.meta.url)), proof).toBe(true);
  });

  it('names the browsers the build is for', () => {
    for (const version of Object.values(oldestBrowsers)) expect(text).toContain(`| ${version} |`);
  });
});
