import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exchangeFiles } from '../../../geodata/disk/exchange-files.js';
import { journalOf } from '../../../geodata/disk/journal.js';
import { InUse, lockHolder, takeLock } from '../../../geodata/disk/lock.js';
import { asIfKilled, contentsOf, deadProcess, hiddenIn } from './killed.js';

const temporary = () => mkdtempSync(join(tmpdir(), 'mizumichi-exchange-'));
const write = (folder: string, files: Record<string, string>) => {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
};
const oldFiles = { a: 'old a', b: 'old b', gone: 'goes', same: 'stays', manifest: 'old' };
const newFiles = { a: 'new a', b: 'new b', same: 'stays', added: 'new', manifest: 'new' };

function place() {
  const folder = temporary();
  write(folder, oldFiles);
  return folder;
}
const workOf = (folder: string) => join(folder, '.work');
/** Exchanges the old files for the new ones; `during` runs while they are made. */
const exchange = (
  folder: string,
  onStep: (step: string) => void = () => undefined,
  during: () => void = () => undefined,
) =>
  exchangeFiles(
    workOf(folder),
    async (staging) => {
      write(staging, newFiles);
      during();
      const moves = Object.keys(newFiles).map((name) => ({
        from: join(staging, name),
        to: join(folder, name),
      }));
      return { exchange: { moves, removes: [join(folder, 'gone')] }, value: 'done' };
    },
    { onStep, waitSeconds: 0 },
  );

describe('files exchanged together', () => {
  it('are all new, and nothing of the work is left', async () => {
    const folder = place();
    expect(await exchange(folder)).toBe('done');
    expect(contentsOf(folder, true)).toEqual(newFiles);
  });

  it('are all old or all new, wherever the process is killed, once the next one has come', async () => {
    const folder = place();
    const snapshots: { step: string; at: string }[] = [];
    await exchange(folder, (step) => {
      const at = temporary();
      asIfKilled(folder, at, join(workOf(folder), 'lock'));
      snapshots.push({ step, at });
    });
    const steps = snapshots
      .map(({ step }) => step.split(/[\s/]+/))
      .map((words) => [words[0], words.at(-1)].join(' '));
    // `same` stays as it is, so it is not touched.
    expect(steps).toEqual([
      ...['clean clean', 'prepare prepare', 'decide decide', 'remove gone'],
      ...['move a', 'move b', 'move added', 'move manifest', 'forget forget'],
    ]);
    for (const { step, at } of snapshots) {
      const decided = existsSync(journalOf(workOf(at)));
      // Before the decision nothing is touched.
      if (!decided) expect(contentsOf(at), step).toEqual(oldFiles);
      await exchangeFiles(workOf(at), async () => ({ exchange: { moves: [], removes: [] }, value: null }), {
        waitSeconds: 0,
      });
      expect(contentsOf(at, true), step).toEqual(decided ? newFiles : oldFiles);
    }
    expect(snapshots.filter(({ step }) => /^(remove|move|forget)/.test(step))).toHaveLength(6);
  });

  it.each(['remove', 'move', 'forget'])(
    'are all old again when the disk refuses to go on at: %s',
    async (step) => {
      const folder = place();
      await expect(
        exchange(folder, (reached) => {
          if (reached.startsWith(step) && !reached.endsWith('/a'))
            throw Object.assign(new Error('refused'), { code: 'EIO' });
        }),
      ).rejects.toThrow('refused');
      // Once all is moved there is nothing to take back: the next one only forgets it.
      if (step === 'forget') await exchange(folder);
      expect(contentsOf(folder, true)).toEqual(step === 'forget' ? newFiles : oldFiles);
    },
  );

  it('stay as they are when they cannot be made, and a folder that was made for it goes', async () => {
    const folder = temporary();
    const target = join(folder, 'not', 'there');
    const refused = exchangeFiles(join(target, '.work'), () => Promise.reject(new Error('no')), {});
    await expect(refused).rejects.toThrow('no');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('are not decided where a folder stands in the place of a file', async () => {
    const folder = place();
    mkdirSync(join(folder, 'added'));
    await expect(exchange(folder)).rejects.toThrow('is a folder');
    expect(contentsOf(folder)).toEqual(oldFiles);
    expect(hiddenIn(folder)).toEqual([]);
  });

  it('a damaged record of a decision is forgotten: nobody can finish it', async () => {
    const folder = place();
    mkdirSync(workOf(folder));
    writeFileSync(journalOf(workOf(folder)), '{"moves":');
    await exchange(folder);
    expect(contentsOf(folder, true)).toEqual(newFiles);
  });
});

describe('one at a time', () => {
  it('a second one is refused with who works there, and the first goes on', async () => {
    const folder = place();
    let second: unknown = null;
    const first = exchangeFiles(workOf(folder), async (staging) => {
      second = await exchange(folder).catch((error: unknown) => error);
      write(staging, { a: 'first' });
      return {
        exchange: { moves: [{ from: join(staging, 'a'), to: join(folder, 'a') }], removes: [] },
        value: 1,
      };
    });
    expect(await first).toBe(1);
    expect(second).toBeInstanceOf(InUse);
    expect((second as InUse).message).toContain(`process ${process.pid}`);
    expect(contentsOf(folder)).toEqual({ ...oldFiles, a: 'first' });
  });

  it('a second one waits, says so once, and goes on when the first is done', async () => {
    const folder = place();
    const lock = await takeLock(join(workOf(folder), 'lock'));
    const waits: unknown[] = [];
    const second = exchangeFiles(
      workOf(folder),
      async () => ({ exchange: { moves: [], removes: [] }, value: 'second' }),
      {
        waitSeconds: 60,
        onWait: (holder) => {
          waits.push(holder?.pid);
          lock.release();
        },
      },
    );
    expect(await second).toBe('second');
    expect(waits).toEqual([process.pid]);
  });

  it('of many at once exactly one works at a time, also where a dead one left its lock', async () => {
    const folder = place();
    mkdirSync(workOf(folder));
    const lock = join(workOf(folder), 'lock');
    writeFileSync(lock, JSON.stringify({ pid: deadProcess(), host: hostname(), start: null, since: 'then' }));
    let [inside, most, done] = [0, 0, 0];
    const work = () =>
      exchangeFiles(workOf(folder), async () => {
        most = Math.max(most, ++inside);
        await new Promise(setImmediate);
        inside--;
        done++;
        return { exchange: { moves: [], removes: [] }, value: null };
      });
    await Promise.all(Array.from({ length: 8 }, work));
    expect([most, done]).toEqual([1, 8]);
    expect(hiddenIn(folder)).toEqual([]);
  });

  const holder = { pid: process.pid, host: hostname(), start: null, since: '2026-11-28T00:00:00Z' };
  it.each([
    ['a process that is no more', { ...holder, pid: deadProcess() }, null],
    [
      'an earlier process of the same number',
      { ...holder, start: '1' },
      process.platform === 'linux' ? null : true,
    ],
    ['a process of another computer', { ...holder, pid: 1, host: 'elsewhere' }, true],
    ['a process that runs', holder, true],
  ])('a lock of %s', async (_whose, content, held) => {
    const lock = join(temporary(), 'lock');
    writeFileSync(lock, JSON.stringify(content));
    expect(lockHolder(lock) && true).toBe(held);
    const taken = takeLock(lock, { waitSeconds: 0 });
    if (held) await expect(taken).rejects.toThrow(InUse);
    else (await taken).release();
    expect(existsSync(lock)).toBe(held === true);
  });

  it('whose lock was taken away by hand changes nothing', async () => {
    const folder = place();
    const lock = join(workOf(folder), 'lock');
    await expect(exchange(folder, undefined, () => writeFileSync(lock, 'somebody else'))).rejects.toThrow(
      'taken away',
    );
    expect(contentsOf(folder)).toEqual(oldFiles);
  });
});
