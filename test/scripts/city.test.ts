import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cityNames } from '../../src/catalog/cities.js';

const root = join(import.meta.dirname, '../..');

/** A script that would build or serve, with a city in the environment or behind `--city`. */
function run(script: string[], city: string | null, language = 'en_GB.UTF-8') {
  const environment: NodeJS.ProcessEnv = { ...process.env, LC_ALL: language };
  delete environment['CITY'];
  return spawnSync(process.execPath, script, {
    cwd: root,
    encoding: 'utf8',
    env: city === null ? environment : { ...environment, CITY: city },
  });
}

describe('npm start, npm run data, npm run build', () => {
  it.each([
    [['scripts/start.mjs']],
    [['scripts/start.mjs', '--dev']],
    [['scripts/with-city.mjs', 'tsx', 'geodata/build.ts']],
    [['scripts/with-city.mjs', 'vite', 'build']],
  ])('%j stops at a city there is not, before anything is done', (script) => {
    for (const { status, stdout, stderr } of [
      run(script, 'nowhere'),
      run([...script, '--city', 'nowhere'], null),
    ]) {
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toBe(
        `✗ There is no city "nowhere". Those there are: ${[...cityNames].sort().join(', ')}\n`,
      );
    }
  });

  it('speaks the language of the environment, Japanese where it is none of ours', () => {
    const said = (language: string) => run(['scripts/start.mjs'], 'nowhere', language).stderr;
    expect(said('ko_KR.UTF-8')).toContain('도시');
    expect(said('C')).toContain('都市');
  });

  it.each(cityNames)('hands %s on to the program, --city before CITY', (name) => {
    const asked = run(
      ['scripts/with-city.mjs', 'tsx', '--eval', 'console.log(process.env.CITY)', '--city', name],
      'x',
    );
    expect([asked.status, asked.stdout]).toEqual([0, `${name}\n`]);
  });
});
