import { describe, expect, it } from 'vitest';
import { exceptionsLine, sumLine, sumOf } from '../../../geodata/tables/sum-check.js';

describe('sumLine', () => {
  it('accepts a sum equal to the printed total, whatever the order of adding', () => {
    expect(sumLine('x', 0.3, 0.1 + 0.2).ok).toBe(true);
  });

  it('refuses an undocumented difference and states both numbers', () => {
    const line = sumLine('表X, ha', 18_272, 18_262);
    expect(line.ok).toBe(false);
    expect(line.text).toBe('表X, ha: printed 18,272, rows give 18,262');
  });

  it('accepts exactly the documented difference and no other', () => {
    const known = { rows: 980.47, reason: 'the yearbook' };
    expect(sumLine('x', 981.25, 980.47, known)).toEqual({
      ok: true,
      text: 'x: printed 981.25, rows give 980.47; known difference: the yearbook',
    });
    expect(sumLine('x', 981.25, 980.46, known).ok).toBe(false);
  });

  it('says so when a documented difference has gone', () => {
    expect(sumLine('x', 981.25, 981.25, { rows: 980.47, reason: 'r' }).ok).toBe(false);
  });
});

describe('exceptionsLine', () => {
  it('counts what agrees', () => {
    expect(exceptionsLine('x', 7, [])).toEqual({ ok: true, text: 'x: 7 of 7 agree' });
  });

  it('takes the documented exceptions in any order', () => {
    expect(exceptionsLine('x', 5, ['b', 'a'], ['a', 'b'], 'r')).toEqual({
      ok: true,
      text: 'x: 3 of 5 agree; known difference at a, b: r',
    });
  });

  it.each([
    [['a'], []],
    [[], ['a']],
    [
      ['a', 'c'],
      ['a', 'b'],
    ],
  ])('refuses %j where %j is documented', (found, documented) => {
    expect(exceptionsLine('x', 5, found, documented, 'r').ok).toBe(false);
  });
});

it('sumOf adds null as nothing', () => {
  expect(sumOf([{ n: 1 }, { n: null }, { n: 2 }], (row) => row.n)).toBe(3);
});
