import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { toCsv } from '../../src/workbench/export/to-csv.js';

const source = join(import.meta.dirname, '../../src');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(ts|svelte)$/.test(name))
  .map((name) => ({ name, text: readFileSync(join(source, name), 'utf8') }));

/** Makes a CSV for a person or a program: hands one over, or is the command that prints it. */
const writers = files.filter(
  ({ name, text }) => /'text\/csv'/.test(text) || name === 'cli/commands/batch.ts',
);

describe('every writer of CSV', () => {
  it('is found', () => expect(writers.length).toBeGreaterThanOrEqual(4));

  it.each(writers)('$name goes through the cells that no spreadsheet runs', ({ text }) => {
    expect(text).toMatch(/import \{[^}]*\b(csvLine|toCsv)\b[^}]*\} from/);
    // No cell is joined by hand beside them.
    expect(text).not.toMatch(/\.join\(\s*['"`],['"`]\s*\)/);
  });

  it('keeps formulas from running, in names and in values alike', () => {
    const hostile = fc
      .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r'), fc.string({ maxLength: 20 }))
      .map(([sign, rest]) => `${sign}A1${rest}`);
    fc.assert(
      fc.property(hostile, hostile, (name, value) => {
        const bytes = toCsv(
          {
            name: 'x',
            features: [{ type: 'Feature', geometry: null, properties: { [name]: value } }],
          } as never,
          'degrees',
          6670,
        );
        const { data } = Papa.parse<string[]>(new TextDecoder().decode(bytes), { skipEmptyLines: true });
        const cells = data.flat();
        expect(cells).toContain(`'${value}`);
        for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });
});
