import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { describe, expect, it } from 'vitest';
import { bare } from '../../build/bare-script.js';
import { patientImports } from '../../build/patient-imports.js';

const root = join(import.meta.dirname, '../..');

async function built(entry: string): Promise<Rolldown.OutputChunk[]> {
  const result = (await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [patientImports()],
    build: {
      write: false,
      minify: true,
      modulePreload: false,
      rolldownOptions: { input: join(root, entry), preserveEntrySignatures: 'strict' },
    },
  })) as Rolldown.RolldownOutput;
  return result.output.filter((file) => file.type === 'chunk');
}
/** Every `import()` of a script, with what stands behind it. */
const importsIn = ({ code }: Rolldown.OutputChunk) => [...code.matchAll(/import\(([^)]*)\)([^;]{0,80})/g)];

describe('the imports of a build', () => {
  it('are all patient, and name the files of their part', async () => {
    const chunks = await built('src/service/service.ts');
    const found = chunks.flatMap((chunk) => importsIn(chunk).map(([, target, rest]) => ({ target, rest })));
    expect(found).toHaveLength(1);
    const file =
      chunks
        .find(({ fileName }) => fileName.includes('shared-area'))
        ?.fileName.split('/')
        .at(-1) ?? 'none';
    expect(found[0]?.target).toContain(file);
    expect(found[0]?.rest).toContain(`["./${file}"],import.meta.url`);
    expect(chunks.some(({ code }) => code.includes('{files of the part}'))).toBe(false);
  });

  it('are so for every language of a group of words', async () => {
    const chunks = await built('src/i18n/generated/importer/index.ts');
    const found = chunks.flatMap(importsIn);
    expect(found).toHaveLength(5);
    for (const [, , rest] of found) expect(rest).toMatch(/\["\.\/[^"]+\.js"\],import\.meta\.url/);
  });
});

describe('a script that is copied', () => {
  it('loses its comments and its indentation, and nothing else', () => {
    const script =
      "/*\n * What it is.\n */\n(function () {\n  /* why */\n  var a = 'a /* b';\n\n  if (a)\n    a();\n})();\n";
    expect(bare(script)).toBe("(function () {\nvar a = 'a /* b';\nif (a)\na();\n})();\n");
  });
});
