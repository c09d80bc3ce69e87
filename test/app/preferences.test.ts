import { describe, expect, it } from 'vitest';
import { readPreferences, writePreferences } from '../../src/app/preferences.js';

describe('preferences', () => {
  it('come back as they were written', () => {
    const kept = new Map<string, string>();
    writePreferences(() => ({ setItem: (key, value) => void kept.set(key, value) }), {
      locale: 'ko',
      shortcuts: false,
      national: true,
    });
    const read = readPreferences(() => ({ getItem: (key) => kept.get(key) ?? null }));
    expect(read).toEqual({ locale: 'ko', shortcuts: false, national: true });
  });

  it('are empty when storage is forbidden, broken or of another time', () => {
    const refused = () => {
      throw new DOMException('no', 'SecurityError');
    };
    expect(readPreferences(refused)).toEqual({});
    expect(() => writePreferences(refused, { theme: 'dark' })).not.toThrow();
    expect(readPreferences(() => ({ getItem: () => '{"locale":"fr"}' }))).toEqual({});
    expect(readPreferences(() => ({ getItem: () => '{' }))).toEqual({});
  });
});
