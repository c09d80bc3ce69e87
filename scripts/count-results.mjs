/** What a test runner's report and exit status come to. Types: count-results.d.mts. */

/** Of vitest's JSON report. An error outside every test ends vitest with a status and stands in no test. */
export function countUnit({ numPassedTests, numFailedTests, numFailedTestSuites }, status) {
  const problems =
    numFailedTests > 0 || (status === 0 && numFailedTestSuites === 0)
      ? []
      : [`vitest ended with ${status}, and ${numFailedTestSuites} test files could not run`];
  return { passed: numPassedTests, failed: numFailedTests, problems };
}

/** Of Playwright's JSON report. A test that passes only now and then proves nothing: it counts as failed. */
export function countEndToEnd({ stats, errors }, status) {
  const failed = stats.unexpected + stats.flaky;
  const problems = errors.map(({ message }) => message ?? 'an error without words');
  if (status !== 0 && failed === 0 && problems.length === 0) problems.push(`playwright ended with ${status}`);
  return { passed: stats.expected, failed, problems };
}
