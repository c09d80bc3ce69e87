import { expect, it } from 'vitest';
import { exposeOnce } from '../../src/thread/expose-once.js';

it('a script that runs twice in a thread answers once', () => {
  const made: string[] = [];
  const answering: unknown[] = [];
  for (const run of ['first', 'second'])
    exposeOnce(
      () => {
        made.push(run);
        return run;
      },
      (api) => void answering.push(api),
    );
  expect(made).toEqual(['first']);
  expect(answering).toEqual(['first']);
});
