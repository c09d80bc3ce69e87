/** `npm run search:forms`: docs/address-forms.md, 200 ways people write addresses of this city and where the search ranks them. */
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { createSearchIndex } from '../../src/search/search-index.js';
import { search } from '../../src/search/search.js';
import { handwrittenForms } from './handwritten-forms.js';
import { readDocument } from './read-document.js';
import { generatedForms } from './written-forms.js';
import { writeWhole } from '../../scripts/write-whole.mjs';

interface Line {
  written: string;
  rule: string;
  meant: string;
  /** 1 = first; 0 = not among the first ten. */
  rank: number;
  level: string;
  ward: string;
  wrongWard: boolean;
}

const document = readDocument();
const index = createSearchIndex(document);
const wanted = 200;

function lineOf(written: string, rule: string, name: string, ward: string | undefined): Line {
  const { candidates } = search(index, written);
  const rank = candidates.findIndex((each) => each.name === name && (!ward || each.ward === ward)) + 1;
  const [best] = candidates;
  const found = best ? `${best.ward ?? ''}${best.ward === best.name ? '' : best.name}` : '–';
  return {
    written,
    rule,
    meant: `${ward && ward !== name ? ward : ''}${name}`,
    rank,
    level: best?.matchLevel ?? '–',
    ward: found,
    wrongWard: ward !== undefined && best !== undefined && best.ward !== ward,
  };
}

const byHand = handwrittenForms.map(({ query, name, ward }) => lineOf(query, 'by hand', name, ward));
const all = generatedForms(document, 600, 20250331);
// Every rule in turn, so that none fills the table.
const rules = [...new Set(all.map(({ rule }) => rule))];
const byRule = rules.map((rule) => all.filter((form) => form.rule === rule));
const inTurn = Array.from({ length: Math.max(...byRule.map(({ length }) => length)) }, (_, i) =>
  byRule.flatMap((forms) => forms[i] ?? []),
).flat();
const generated = inTurn
  .slice(0, wanted - byHand.length)
  .map(({ written, rule, town, ward }) => lineOf(written, rule, town, ward));
const lines = [...byHand, ...generated];

const first = lines.filter(({ rank }) => rank === 1).length;
const wrong = lines.filter(({ wrongWard }) => wrongWard).length;
const cell = (text: string) => `\`${text.replaceAll('|', '\\|')}\``;
const text = `# ${lines.length} ways to write an address

Made by \`npm run search:forms\`: ${byHand.length} written by hand, ${generated.length} made from the table of towns by ${rules.length} rules, each asked of
the search that is built into the page. **The meant place is first for ${first} of ${lines.length} (${((100 * first) / lines.length).toFixed(1)} %); ${wrong === 0 ? 'none' : wrong} answered with another ward.**
\`test/search/forms.test.ts\` holds 600 generated ones to the same promise.

| written | rule | meant | rank | first answer | match |
| --- | --- | --- | ---: | --- | --- |
${lines.map((line) => `| ${[cell(line.written), line.rule, line.meant, line.rank === 0 ? '–' : line.rank, line.ward, line.level].join(' | ')} |`).join('\n')}
`;
const file = join(import.meta.dirname, '../../docs/address-forms.md');
writeWhole(file, await format(text, { ...(await resolveConfig(file)), parser: 'markdown' }));
process.stdout.write(`${first} of ${lines.length} first, ${wrong} with another ward\n`);
if (first / lines.length < 0.98 || wrong > 0) process.exit(1);
