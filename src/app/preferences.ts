import * as v from 'valibot';
import { locales } from '../i18n/locale.js';
import { themeChoices } from '../state/theme-state.svelte.js';

/** What this browser remembers of its reader; nothing about places asked for. */
const preferencesSchema = v.object({
  locale: v.optional(v.picklist(locales)),
  theme: v.optional(v.picklist(themeChoices)),
  shortcuts: v.optional(v.boolean()),
  national: v.optional(v.boolean()),
});
export type Preferences = v.InferOutput<typeof preferencesSchema>;

const key = 'mizumichi.preferences';

/** Storage may be forbidden (private window, embedded page); then nothing is remembered and nothing breaks. */
export function readPreferences(storage: () => Pick<Storage, 'getItem'>): Preferences {
  try {
    const parsed = v.safeParse(preferencesSchema, JSON.parse(storage().getItem(key) ?? '{}'));
    return parsed.success ? parsed.output : {};
  } catch {
    return {};
  }
}

export function writePreferences(storage: () => Pick<Storage, 'setItem'>, preferences: Preferences): void {
  try {
    storage().setItem(key, JSON.stringify(preferences));
  } catch {
    // see readPreferences
  }
}
