/** The last line of `npm test` is true: nothing that failed, or only now and then passes, is counted as passed. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countEndToEnd, countUnit } from '../../scripts/count-results.mjs';
import playwright from '../../playwright.config.js';

describe('the count of end-to-end tests', () => {
  it('has a flaky test among the failed', () => {
    const stats = { expected: 40, unexpected: 1, flaky: 2 };
    expect(countEndToEnd({ stats, errors: [] }, 1)).toEqual({ passed: 40, failed: 3, problems: [] });
  });

  it('has errors outside every test', () => {
    const stats = { expected: 40, unexpected: 0, flaky: 0 };
    const errors = [{ message: 'port taken' }];
    expect(countEndToEnd({ stats, errors }, 1)).toMatchObject({ failed: 0, problems: ['port taken'] });
    expect(countEndToEnd({ stats, errors: [] }, 1).problems).toHaveLength(1);
    expect(countEndToEnd({ stats, errors: [] }, null).problems).toHaveLength(1);
    expect(countEndToEnd({ stats, errors: [] }, 0).problems).toEqual([]);
  });

  it('comes from one try of each', () => {
    expect(playwright).toMatchObject({ retries: 0, failOnFlakyTests: true });
  });
});

describe('the count of unit tests', () => {
  const report = { numPassedTests: 100, numFailedTests: 0, numFailedTestSuites: 0 };

  it('has failed tests once', () => {
    const failing = { ...report, numFailedTests: 2, numFailedTestSuites: 1 };
    expect(countUnit(failing, 1)).toEqual({ passed: 100, failed: 2, problems: [] });
  });

  it('has a file that could not run, and an error after the last test', () => {
    expect(countUnit({ ...report, numFailedTestSuites: 1 }, 1).problems).toHaveLength(1);
    expect(countUnit(report, 1).problems).toHaveLength(1);
    expect(countUnit(report, 0).problems).toEqual([]);
  });
});

describe('npm test', () => {
  it('takes nobody else’s rights', () => {
    const code = ['ensure', 'test', 'start', 'cli'].map((name) =>
      readFileSync(resolve(import.meta.dirname, `../../scripts/${name}.mjs`), 'utf8'),
    );
    // The one mention tells a reader what to type.
    expect(code.join('\n').match(/sudo/g)).toHaveLength(1);
    expect(code[0]).toContain('`sudo apt-get install');
  });
});
