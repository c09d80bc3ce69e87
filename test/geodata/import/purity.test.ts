import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

/** Every module reached from the given ones, and what of Node or GDAL they import at run time. */
function reach(entries: readonly string[]) {
  const seen = new Set<string>();
  const outside: string[] = [];
  const visit = (path: string) => {
    if (seen.has(path)) return;
    seen.add(path);
    const text = readFileSync(path, 'utf8');
    for (const [, target = ''] of text.matchAll(/^(?:import|export) (?!type\b)[^;]*?from '([^']+)'/gm)) {
      if (!target.startsWith('.')) {
        if (/^node:|^gdal3/.test(target)) outside.push(`${relative(root, path)} → ${target}`);
        continue;
      }
      const file = join(dirname(path), target.replace(/\.js$/, '.ts'));
      if (existsSync(file)) visit(file);
    }
  };
  for (const entry of entries) visit(join(root, 'geodata/import', entry));
  return { seen, outside };
}

describe('what a browser worker would run', () => {
  it('needs neither files nor GDAL: drivers, repair, comparison, and the readers of text', () => {
    const { seen, outside } = reach([
      'prepare.ts',
      'difference.ts',
      'report.ts',
      'merge.ts',
      'official-file.ts',
      'preview-import.ts',
      'open-files.ts',
    ]);
    expect(outside).toEqual([]);
    expect(seen.size).toBeGreaterThan(40);
  });
  it('sees Node where there is some', () => {
    expect(reach(['run-import.ts']).outside.length).toBeGreaterThan(3);
  });
});
