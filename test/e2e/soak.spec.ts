import { expect, test } from '@playwright/test';
import { openPage } from './open-page.js';
import { growth, measurer, measures, residentBytes, type Held } from '../soak/measure.js';
import { soakRound } from '../soak/round.js';

/** `npm run soak` gives an hour; otherwise a few rounds, always the same. */
const minutes = Number(process.env['SOAK_MINUTES'] ?? 0);
const fewRounds = 3;
/** The first rounds fetch and build what later ones have. */
const warmUp = minutes > 0 ? 3 : 1;
/**
 * How much more the last rounds may hold than the first: a tenth over many. Of two rounds only what is kept of every
 * one shows; what the browser has not yet collected wavers.
 */
const most =
  minutes > 0
    ? { heapBytes: 1.1, nodes: 1.1, listeners: 1.1, documents: 1.1, workers: 1.1 }
    : { heapBytes: 1.5, nodes: 1.25, listeners: 3, documents: 2, workers: 1.1 };

test('one tab used on and on holds no more than at first', async ({ page, browser }) => {
  test.setTimeout(Math.max(5, minutes * 2) * 60_000);
  const thrown: string[] = [];
  page.on('pageerror', (error) => thrown.push(error.message));
  await openPage(page, '#/?lang=ja');
  const measure = await measurer(page);
  const processes = await browser.newBrowserCDPSession();
  const rounds: Held[] = [];
  const until = Date.now() + minutes * 60_000;
  for (let round = 0; minutes > 0 ? Date.now() < until : round < fewRounds; round++) {
    await soakRound(page, round);
    const held = await measure();
    if (round >= warmUp) rounds.push(held);
    if (minutes === 0) continue;
    const { processInfo } = await processes.send('SystemInfo.getProcessInfo');
    console.warn(JSON.stringify({ round, ...held, residentBytes: residentBytes(processInfo) }));
  }
  const shares = measures.map((one) => [one, growth(rounds, one)] as const);
  console.warn(
    `last quarter ÷ first quarter of ${rounds.length} rounds: ${JSON.stringify(Object.fromEntries(shares))}`,
  );
  expect(thrown).toEqual([]);
  expect(shares.filter(([one, share]) => !(share <= most[one]))).toEqual([]);
});
