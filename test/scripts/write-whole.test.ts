/** What a script writes into the repository is whole, or as it was. */
import { spawnSync } from 'node:child_process';
import {
  mkdtempSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeWhole } from '../../scripts/write-whole.mjs';

const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'mizumichi-whole-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('writeWhole', () => {
  it('puts a new file, and a newer one in its place', () => {
    const path = join(folder, 'a.md');
    for (const text of ['one', 'two']) {
      writeWhole(path, text);
      expect([readFileSync(path, 'utf8'), readdirSync(folder)]).toEqual([text, ['a.md']]);
    }
  });

  it('writes the file that a link names', () => {
    symlinkSync('a.md', join(folder, 'link.md'));
    writeWhole(join(folder, 'link.md'), 'three');
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('three');
  });

  it('leaves the old one where the disk refuses the new one', () => {
    const path = join(folder, 'kept.md');
    writeFileSync(path, 'old');
    const script = `import { writeWhole } from ${JSON.stringify(join(root, 'scripts/write-whole.mjs'))};
writeWhole(${JSON.stringify(path)}, 'x'.repeat(4_000_000));`;
    // The system's own limit on the size of a file, in blocks of 512 or 1,024 bytes.
    const run = `ulimit -f 100; exec "$0" --input-type=module -e "$1"`;
    const { status, stderr } = spawnSync('sh', ['-c', run, process.execPath, script], { encoding: 'utf8' });
    expect(status, stderr).not.toBe(0);
    expect(readFileSync(path, 'utf8')).toBe('old');
  });

  it('leaves the old one, and nothing beside it, where it cannot be exchanged', () => {
    const path = join(folder, 'taken');
    mkdirSync(path);
    expect(() => writeWhole(path, 'x')).toThrow();
    expect(readdirSync(folder).filter((name) => name.startsWith('.taken'))).toEqual([]);
  });
});

it('no script writes in place', () => {
  // The first kills commands on files of its own; the second makes the input of a measurement, in a temporary folder.
  const own = ['scripts/interrupt-import.mjs', 'test/bench/browser.ts', 'scripts/write-whole.mjs'];
  const inPlace = ['scripts', 'test/bench', 'test/search']
    .flatMap((name) =>
      readdirSync(join(root, name), { recursive: true, encoding: 'utf8' }).map((file) =>
        join(root, name, file),
      ),
    )
    .filter((path) => /\.m?[jt]s$/.test(path))
    .filter((path) => /\bwriteFile(Sync)?\(|screenshot\(\{ path/.test(readFileSync(path, 'utf8')))
    .map((path) => relative(root, path));
  expect(inPlace.filter((path) => !own.includes(path))).toEqual([]);
});
