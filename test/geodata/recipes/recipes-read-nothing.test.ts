import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

/** Targets of a file's imports: a path of the repository, or the name of a package. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].flatMap(([, target = '']) => {
    if (!target.startsWith('.')) return [target];
    const path = relative(root, resolve(root, dirname(file), target)).replace(/\.js$/, '.ts');
    return existsSync(join(root, path)) ? [path] : [];
  });
}

/** What recipes reach, however far away, with the file that asks for it. */
function reached(): { file: string; target: string }[] {
  const files = readdirSync(join(root, 'geodata/recipes')).map((name) => `geodata/recipes/${name}`);
  const seen = new Set(files);
  const found: { file: string; target: string }[] = [];
  for (const file of seen) {
    for (const target of importsOf(file)) {
      found.push({ file, target });
      if (target.endsWith('.ts')) seen.add(target);
    }
  }
  return found;
}

it('recipes read nothing and know no city: facts and geometry in, features out', () => {
  const all = reached();
  expect(all.length).toBeGreaterThan(100);
  const wrong = all.filter(({ target }) =>
    /^(node:|fs$|path$|papaparse|geodata\/(cities|build|import|tables)\/)/.test(target),
  );
  expect(wrong.map(({ file, target }) => `${file} → ${target}`)).toEqual([]);
});

it('recipes, mesh and checks name no place of a city', () => {
  const folders = ['recipes', 'mesh', 'checks', 'cross-check', 'tables', 'build', 'network'];
  const names = [
    '福岡',
    '博多',
    '天神',
    '西戸崎',
    '和白',
    '東区',
    '中央区',
    '早良',
    'レインボー',
    'プラン20',
    '御笠',
  ];
  const wrong = folders
    .flatMap((folder) =>
      readdirSync(join(root, 'geodata', folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => join('geodata', folder, name)),
    )
    .flatMap((file) => {
      // A comment may say what it is an example of.
      const code = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
      return names.filter((name) => code.includes(name)).map((name) => `${file}: ${name}`);
    });
  expect(wrong).toEqual([]);
});
