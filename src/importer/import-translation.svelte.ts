import { importerMessages } from '../i18n/generated/importer/index.js';
import { loadMessages } from '../i18n/load-messages.js';
import type { ImportMessages } from '../i18n/messages.js';
import type { TranslationState } from '../state/translation-state.svelte.js';

/** The importer's words in the page's language; call it while a component is made. null until they are there. */
export function importTranslation(translation: TranslationState): {
  readonly t: ImportMessages | null;
  readonly failed: boolean;
  /** Asks for the words once more. */
  again(): void;
} {
  let words = $state.raw<ImportMessages | null>(null);
  let failed = $state(false);
  let turn = $state(0);
  $effect(() => {
    void turn;
    const { locale } = translation;
    failed = false;
    loadMessages(locale, importerMessages).then(
      (loaded) => {
        if (translation.locale === locale) words = loaded;
      },
      () => (failed = true),
    );
  });
  return {
    get t() {
      return words;
    },
    get failed() {
      return failed;
    },
    again: () => turn++,
  };
}
