/** .github: what a stranger’s pull request meets. The workflow runs what is there, on the versions that are supported. */
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import semver from 'semver';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const root = resolve(import.meta.dirname, '../..');
const read = (name: string) => readFileSync(resolve(root, name), 'utf8');
const project = JSON.parse(read('package.json')) as {
  engines: { node: string };
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};

const workflow = v.parse(
  v.object({
    permissions: v.record(v.string(), v.string()),
    jobs: v.record(
      v.string(),
      v.object({
        'timeout-minutes': v.number(),
        permissions: v.optional(v.never()),
        strategy: v.object({ matrix: v.object({ node: v.array(v.string()) }) }),
        steps: v.array(
          v.object({
            uses: v.optional(v.string()),
            run: v.optional(v.string()),
            with: v.optional(v.record(v.string(), v.unknown())),
          }),
        ),
      }),
    ),
  }),
  parse(read('.github/workflows/ci.yml')),
);
const jobs = Object.entries(workflow.jobs);
const steps = jobs.flatMap(([, job]) => job.steps);
const commands = steps
  .flatMap(({ run }) => (run === undefined ? [] : run.split(/&&|\n/)))
  .map((s) => s.trim());

describe('the workflow', () => {
  it('has the three jobs, each on Node.js 22 and 24', () => {
    expect(jobs.map(([name]) => name)).toEqual(['static', 'unit', 'browser']);
    for (const [, { strategy }] of jobs)
      expect(strategy.matrix.node).toEqual(expect.arrayContaining(['22', '24']));
  });

  it('runs on supported versions of Node.js, each line of them and the oldest itself', () => {
    const all = jobs.flatMap(([, { strategy }]) => strategy.matrix.node);
    for (const node of all) expect(semver.intersects(node, project.engines.node), node).toBe(true);
    for (const line of project.engines.node.split(' || '))
      expect(
        all.some((node) => semver.intersects(node, line)),
        line,
      ).toBe(true);
    expect(all).toContain(semver.minVersion(project.engines.node)?.version);
  });

  it('calls only scripts and steps that there are', () => {
    const usage = spawnSync(process.execPath, [join(root, 'scripts/test.mjs'), '?'], { encoding: 'utf8' });
    const known = /The steps are (.*)\./.exec(usage.stderr)?.[1]?.split(', ') ?? [];
    expect(known).toContain('static');
    const called = new Set<string>();
    for (const command of commands.filter((each) => each.startsWith('npm '))) {
      const [, verb = '', ...rest] = command.split(/\s+/);
      if (verb === 'ci') continue;
      const script = verb === 'run' ? (rest.find((word) => !word.startsWith('-')) ?? '') : verb;
      expect(project.scripts, command).toHaveProperty([script]);
      if (script === 'test') for (const step of rest.filter((word) => word !== '--')) called.add(step);
    }
    // Between them the jobs run everything that `npm test` runs.
    expect([...called].sort()).toEqual([...known].sort());
  });

  it('may read the repository and nothing else, and keeps no credentials', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    for (const step of steps.filter(({ uses }) => uses?.startsWith('actions/checkout@')))
      expect(step.with).toMatchObject({ 'persist-credentials': false });
  });

  it('pins every action and installs what the lock file says', () => {
    const used = steps.flatMap(({ uses }) => uses ?? []);
    expect(used.length).toBeGreaterThan(0);
    for (const action of used) expect(action).toMatch(/^actions\/[\w-]+@(v\d+|[0-9a-f]{40})$/);
    for (const [name, job] of jobs)
      expect(
        job.steps.map(({ run }) => run),
        name,
      ).toContain('npm ci');
    expect(commands.filter((command) => /npm (i|install)\b/.test(command))).toEqual([]);
  });
});

describe('issue forms', () => {
  const folder = resolve(root, '.github/ISSUE_TEMPLATE');
  const forms = readdirSync(folder).filter((name) => name !== 'config.yml');
  const text = v.pipe(v.string(), v.nonEmpty());
  const form = v.strictObject({
    name: text,
    description: text,
    title: text,
    labels: v.pipe(v.array(text), v.minLength(1)),
    body: v.array(
      v.variant('type', [
        v.object({ type: v.literal('markdown'), attributes: v.object({ value: text }) }),
        v.object({
          type: v.picklist(['input', 'textarea', 'dropdown']),
          id: v.pipe(v.string(), v.regex(/^[a-z][a-z-]*$/)),
          attributes: v.object({ label: text, options: v.optional(v.array(text)) }),
        }),
      ]),
    ),
  });

  it('are there for a wrong answer, a bug and data', () => {
    expect(forms).toEqual(['1-wrong-answer.yml', '2-bug.yml', '3-data.yml']);
  });

  it.each(forms)('%s is one, and asks in Japanese and in English', (name) => {
    const { body, ...head } = v.parse(form, parse(readFileSync(join(folder, name), 'utf8')));
    const asked = body.flatMap((item) => (item.type === 'markdown' ? [] : [item]));
    expect(new Set(asked.map(({ id }) => id)).size).toBe(asked.length);
    const bilingual = /[぀-ヿ一-鿿].*[A-Za-z]{2}/s;
    for (const words of [head.name, head.description, ...asked.map(({ attributes }) => attributes.label)])
      expect(words).toMatch(bilingual);
    for (const { type, attributes } of asked)
      expect((attributes.options ?? []).length > 0).toBe(type === 'dropdown');
  });
});

describe('.editorconfig', () => {
  it('says what Prettier does', () => {
    const { printWidth } = JSON.parse(read('.prettierrc.json')) as { printWidth: number };
    const [, everywhere = ''] = read('.editorconfig').split('[*]\n');
    const [settings = ''] = everywhere.split('\n\n');
    expect(settings.split('\n')).toEqual(
      expect.arrayContaining([
        ...['end_of_line = lf', 'indent_style = space', 'indent_size = 2', 'insert_final_newline = true'],
        `max_line_length = ${printWidth}`,
      ]),
    );
  });
});

describe('dependabot.yml', () => {
  const { updates } = v.parse(
    v.object({
      version: v.literal(2),
      updates: v.array(
        v.object({
          'package-ecosystem': v.string(),
          groups: v.record(v.string(), v.object({ patterns: v.array(v.string()) })),
        }),
      ),
    }),
    parse(read('.github/dependabot.yml')),
  );

  it('looks after packages and actions', () => {
    expect(updates.map((update) => update['package-ecosystem'])).toEqual(['npm', 'github-actions']);
  });

  it('groups packages that there are', () => {
    const names = Object.keys({ ...project.dependencies, ...project.devDependencies });
    const matches = (pattern: string) =>
      names.some((name) =>
        pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern,
      );
    const patterns = Object.values(updates[0]?.groups ?? {}).flatMap((group) => group.patterns);
    expect(patterns.filter((pattern) => !matches(pattern))).toEqual([]);
  });
});
