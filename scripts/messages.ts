/** `npm run messages`: src/i18n/locales/*.json → src/i18n/generated. What is wrong with a message is said by name. */
import { compileMessages } from './messages/compile.js';
import { readLanguages, writeGenerated, writeLanguages } from './messages/files.js';
import { mistakesIn } from './messages/mistakes.js';

const files = readLanguages();
const mistakes = mistakesIn(files);
for (const mistake of mistakes) console.error(`✗ ${mistake}`);
if (mistakes.length > 0) process.exit(1);
writeLanguages(files);
const made = compileMessages(files);
writeGenerated(made);
console.error(`✓ ${made.size} files in src/i18n/generated`);
