import { loadImportMessages } from '../i18n/messages-import/load.js';
import type { ImportMessages } from '../i18n/messages-import/ja.js';
import type { VoiceState } from '../state/voice-state.svelte.js';

/** The importer's words in the page's language; call it while a component is made. null until they are there. */
export function importWords(voice: VoiceState): {
  readonly t: ImportMessages | null;
  readonly failed: boolean;
} {
  let words = $state.raw<ImportMessages | null>(null);
  let failed = $state(false);
  $effect(() => {
    const { locale } = voice;
    failed = false;
    loadImportMessages(locale).then(
      (loaded) => {
        if (voice.locale === locale) words = loaded;
      },
      () => (failed = words === null),
    );
  });
  return {
    get t() {
      return words;
    },
    get failed() {
      return failed;
    },
  };
}
