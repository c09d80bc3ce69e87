import { describe, expect, it } from 'vitest';
import { PreferenceKeeper, readPreferences, type Preferences } from '../../src/app/preferences.js';

const tab = (kept: Map<string, string>) => {
  const storage = () => ({
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
  return {
    keeper: new PreferenceKeeper(storage, readPreferences(storage)),
    read: () => readPreferences(storage),
  };
};
const key = 'mizumichi.preferences';

describe('preferences', () => {
  it('come back as they were written', () => {
    const { keeper, read } = tab(new Map());
    keeper.write({ locale: 'ko', shortcuts: false, national: true });
    expect(read()).toEqual({ locale: 'ko', shortcuts: false, national: true });
  });

  it('are empty when storage is forbidden, broken or of another time', () => {
    const refused = () => {
      throw new DOMException('no', 'SecurityError');
    };
    expect(readPreferences(refused)).toEqual({});
    expect(() => new PreferenceKeeper(refused, {}).write({ theme: 'dark' })).not.toThrow();
    expect(readPreferences(() => ({ getItem: () => '{"locale":"fr"}' }))).toEqual({});
    expect(readPreferences(() => ({ getItem: () => '{' }))).toEqual({});
  });

  it('that make no sense take no other with them, when read nor when written', () => {
    const strange = {
      locale: 'ko',
      theme: 'sepia',
      shortcuts: 'no',
      national: true,
      later: {},
      constructor: 1,
    };
    const kept = new Map([[key, JSON.stringify(strange)]]);
    const { keeper, read } = tab(kept);
    expect(read()).toEqual({ locale: 'ko', national: true });
    keeper.write({ locale: 'ko', theme: 'dark', national: true });
    expect(read()).toEqual({ locale: 'ko', theme: 'dark', national: true });
    for (const text of ['null', '[]', '"ja"', '1', '[{"locale":"ko"}]', '{"__proto__":{"locale":"ko"}}'])
      expect(readPreferences(() => ({ getItem: () => text }))).toEqual({});
  });

  it('of two tabs: each writes what was chosen in it, and nothing else', () => {
    const kept = new Map<string, string>();
    const start: Preferences = { locale: 'ja', theme: 'system', shortcuts: true, national: false };
    tab(kept).keeper.write(start);
    const [one, other] = [tab(kept), tab(kept)];
    one.keeper.write({ ...start, locale: 'en' });
    other.keeper.write({ ...start, theme: 'dark' });
    one.keeper.write({ ...start, locale: 'en', national: true });
    expect(one.read()).toEqual({ locale: 'en', theme: 'dark', shortcuts: true, national: true });
  });

  it('of another tab are taken over, its language apart', () => {
    const kept = new Map<string, string>();
    const start: Preferences = { locale: 'ja', theme: 'system', shortcuts: true, national: true };
    tab(kept).keeper.write(start);
    const [one, other] = [tab(kept), tab(kept)];
    other.keeper.write({ ...start, locale: 'en', national: false });
    let taken: Preferences = start;
    one.keeper.take({ key: 'somebody.else' }, () => (taken = {}));
    expect(taken).toBe(start);
    one.keeper.take({ key }, (choices) => (taken = choices));
    expect(taken).toEqual({ theme: 'system', shortcuts: true, national: false });
    // What was taken over is no choice of this tab, and is not written again over a later one.
    other.keeper.write({ ...start, locale: 'en', national: true });
    one.keeper.write({ ...start, national: false, theme: 'light' });
    expect(one.read()).toEqual({ locale: 'en', theme: 'light', shortcuts: true, national: true });
  });
});
