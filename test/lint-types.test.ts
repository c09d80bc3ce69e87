/** Type-aware lint reaches every kind of file: a promise that nobody waits for is found in each. */
import { resolve } from 'node:path';
import { ESLint } from 'eslint';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const eslint = new ESLint({ cwd: root });

interface Config {
  rules: Record<string, [severity: number]>;
  languageOptions: { parserOptions: { project?: string[] } };
}

it.each([
  ['src/app/open-page.ts', './tsconfig.json'],
  ['src/app/App.svelte', './tsconfig.json'],
  ['src/state/national-layers.svelte.ts', './tsconfig.json'],
  ['src/cli/cli.ts', './tsconfig.node.json'],
  ['geodata/build.ts', './tsconfig.node.json'],
  ['test/lint-types.test.ts', './tsconfig.node.json'],
])('%s is linted with the types of %s', async (name, project) => {
  const { rules, languageOptions } = (await eslint.calculateConfigForFile(resolve(root, name))) as Config;
  expect(languageOptions.parserOptions.project).toEqual([project]);
  for (const rule of ['no-floating-promises', 'no-misused-promises', 'await-thenable'])
    expect(rules[`@typescript-eslint/${rule}`]?.[0], rule).toBe(2);
});

it('a promise that nobody waits for is refused', async () => {
  const planted = 'export function start(): void {\n  Promise.resolve(1);\n}\n';
  const [result] = await eslint.lintText(planted, { filePath: resolve(root, 'build/browsers.ts') });
  expect(result?.messages.map(({ ruleId }) => ruleId)).toContain('@typescript-eslint/no-floating-promises');
}, 120_000);
