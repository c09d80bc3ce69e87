/** `npm run two-tabs [rounds]`: rounds of two tabs writing at once, half of them deaf to each other; one line of JSON. */
import { chromium } from '@playwright/test';
import { chromiumFlags } from '../../scripts/ensure.mjs';
import { openTwoTabs, playRound } from './two-tabs.js';

const [address = '', rounds = '50'] = process.argv.slice(2);
const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const browser = await chromium.launch({ executablePath, args: [...chromiumFlags] });
const totals = { rounds: Number(rounds), deaf: 0, asked: 0, written: 0, lost: [] as string[] };
try {
  for (let round = 0; round < totals.rounds; round++) {
    const deaf = round % 2 === 1;
    // Nothing is carried over: what a round lost is its own.
    const context = await browser.newContext({ locale: 'ja-JP', serviceWorkers: 'block' });
    // tsx names functions by a helper that the page does not have.
    await context.addInitScript({ content: 'globalThis.__name = (value) => value' });
    const { lost, asked } = await playRound(await openTwoTabs(context, address, deaf), round);
    totals.deaf += Number(deaf);
    totals.asked += Number(asked);
    totals.written += 6;
    totals.lost.push(...lost);
    await context.close();
    process.stderr.write(`\r${round + 1}/${totals.rounds}`);
  }
} finally {
  await browser.close();
}
process.stdout.write(`${JSON.stringify(totals)}\n`);
process.exitCode = totals.lost.length === 0 ? 0 : 1;
