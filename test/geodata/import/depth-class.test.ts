import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { depthClassName, parseDepthClass } from '../../../geodata/import/driver/depth-class.js';

describe('depth classes', () => {
  it.each([
    ['0.3m未満', 0, 0.3],
    ['0.3m以上0.5m未満', 0.3, 0.5],
    ['0.5m以上1m未満', 0.5, 1],
    ['1m以上3m未満', 1, 3],
    ['3m以上5m未満', 3, 5],
    ['5m以上10m未満', 5, 10],
    ['10m以上20m未満', 10, 20],
    ['20m以上', 20, null],
    ['１ｍ以上３ｍ未満', 1, 3],
    ['０．５ｍ以上１．０ｍ未満', 0.5, 1],
    ['0.5 m 以上 ～ 1.0 m 未満', 0.5, 1],
    ['0.5～3.0m', 0.5, 3],
    ['30cm未満', 0, 0.3],
    ['50cm以上1m未満', 0.5, 1],
    ['0.2メートル以上0.5メートル未満', 0.2, 0.5],
    ['0.01m以上0.1m未満', 0.01, 0.1],
    ['〜0.3m未満', 0, 0.3],
    ['2m～', 2, null],
  ])('%s', (text, minMeters, maxMeters) => {
    expect(parseDepthClass(text)).toEqual({ minMeters, maxMeters });
  });

  it.each([
    '',
    '調査中',
    '浸水なし',
    '-',
    '0',
    '3',
    '10',
    '3m以上1m未満',
    '1m以上1m未満',
    '0m未満',
    '10未満',
    '1以上3未満',
    'm以上',
    '3m以上5m',
  ])('is null, never zero, for %j', (text) => {
    // 3m以上5m says both breaks and a unit: that one is readable.
    expect(parseDepthClass(text)).toEqual(text === '3m以上5m' ? { minMeters: 3, maxMeters: 5 } : null);
  });

  it('reads back every class it names, in any width', () => {
    const depth = fc.integer({ min: 1, max: 300 }).map((tenths) => tenths / 10);
    fc.assert(
      fc.property(depth, fc.option(depth), fc.boolean(), (minMeters, more, wide) => {
        const wanted = {
          minMeters,
          maxMeters: more === null ? null : Math.round((minMeters + more) * 10) / 10,
        };
        const name = depthClassName(wanted);
        const written = wide
          ? name.replace(/[\d.m]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
          : name;
        expect(parseDepthClass(written)).toEqual(wanted);
      }),
    );
  });

  it('never makes a depth out of arbitrary text without a metre in it', () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => !/m|メ|㍍|cm/i.test(text.normalize('NFKC'))),
        (text) => {
          expect(parseDepthClass(text)).toBeNull();
        },
      ),
    );
  });
});
