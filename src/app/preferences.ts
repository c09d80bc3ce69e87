import * as v from 'valibot';
import { locales } from '../i18n/locale.js';
import { themeChoices } from '../state/theme-state.svelte.js';

/** What this browser remembers of its reader; nothing about places asked for. */
const preferencesSchema = v.object({
  locale: v.optional(v.picklist(locales)),
  theme: v.optional(v.picklist(themeChoices)),
  shortcuts: v.optional(v.boolean()),
  national: v.optional(v.boolean()),
  keepBasemap: v.optional(v.boolean()),
});
export type Preferences = v.InferOutput<typeof preferencesSchema>;

const key = 'mizumichi.preferences';

/** Storage may be forbidden (private window, embedded page); then nothing is remembered and nothing breaks. */
export function readPreferences(storage: () => Pick<Storage, 'getItem'>): Preferences {
  try {
    return readable(JSON.parse(storage().getItem(key) ?? '{}'));
  } catch {
    return {};
  }
}

/** Of what is kept, every choice that makes sense: one that does not takes no other with it. */
function readable(kept: unknown): Preferences {
  if (typeof kept !== 'object' || kept === null) return {};
  const choices = Object.entries(kept).filter(
    ([name, choice]: [string, unknown]) => v.safeParse(preferencesSchema, { [name]: choice }).success,
  );
  return v.parse(preferencesSchema, Object.fromEntries(choices));
}

/**
 * Keeps what this page's reader chose. Of a choice that did not change here nothing is written: what another tab chose
 * meanwhile stays.
 */
export class PreferenceKeeper {
  readonly #storage: () => Pick<Storage, 'getItem' | 'setItem'>;
  #known: Preferences;

  constructor(storage: () => Pick<Storage, 'getItem' | 'setItem'>, known: Preferences) {
    this.#storage = storage;
    this.#known = known;
  }

  write(now: Preferences): void {
    const changed = Object.entries(now).filter(
      ([name, value]) => this.#known[name as keyof Preferences] !== value,
    );
    if (changed.length === 0) return;
    this.#known = { ...this.#known, ...now };
    try {
      this.#storage().setItem(
        key,
        JSON.stringify({ ...readPreferences(this.#storage), ...Object.fromEntries(changed) }),
      );
    } catch {
      // see readPreferences
    }
  }

  /**
   * Another tab has written: colours, the switch of national services and the shortcuts hold for all of them. The
   * language does not: two tabs in two languages are somebody's way of comparing.
   * @param event `storage` of the window
   */
  take(event: Pick<StorageEvent, 'key'>, adopt: (choices: Omit<Preferences, 'locale'>) => void): void {
    // null: everything was cleared.
    if (event.key !== key) return;
    const { locale: _, ...choices } = readPreferences(this.#storage);
    this.#known = { ...this.#known, ...choices };
    adopt(choices);
  }
}
