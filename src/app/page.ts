import '@digital-go-jp/design-tokens/dist/tokens.css';
import '../ui/styles/theme.css';
import '../ui/styles/base.css';
import '../ui/styles/print.css';
import { mount } from 'svelte';
import { catalogue } from '../catalog/layers.js';
import { city } from '../catalog/city.js';
import { loadMessages } from '../i18n/load-messages.js';
import { catalogMessages } from '../i18n/generated/catalog/index.js';
import { messages as jaCatalog } from '../i18n/generated/catalog/ja.js';
import { pageMessages } from '../i18n/generated/page/index.js';
import { messages as ja } from '../i18n/generated/page/ja.js';
import { AppState } from '../state/app-state.svelte.js';
import { LocaleState } from '../state/locale-state.svelte.js';
import { standIn } from '../state/stand-ins.js';
import { syncUrl } from '../state/url-sync.svelte.js';
import { TranslationState } from '../state/translation-state.svelte.js';
import App from './App.svelte';
import { keepBlocks, type QuietBrowser } from './keep-blocks.js';
import type { DataLoad } from '../thread/data-load.js';
import { registerServiceWorker } from './register-service-worker.js';
import { PreferenceKeeper, readPreferences } from './preferences.js';
import { Session } from './session.svelte.js';

/** Puts the page on screen. Nothing happens before it is called: other pages share parts of this file's chunk. */
export async function openPage(data: DataLoad): Promise<void> {
  standIn(window);
  const app = new AppState({ catalogue, opening: { centre: city.centre, zoom: city.zoom } });
  const saved = readPreferences(() => localStorage);
  app.locale.locale = saved.locale ?? LocaleState.ofBrowser(navigator);
  app.theme.choice = saved.theme ?? 'system';
  app.national.enabled = saved.national ?? false;
  app.ground.wanted = saved.keepBasemap ?? null;
  app.theme.follow(window.matchMedia('(prefers-color-scheme: dark)'));
  app.networkStatus.follow(window, navigator);
  syncUrl(app, window);

  // The data and the words travel side by side; the page stands as soon as the words are there.
  const session = new Session(app, data);
  const { locale } = app.locale;
  const [words, texts] = await Promise.all([
    loadMessages(locale, pageMessages),
    loadMessages(locale, catalogMessages),
  ]).catch(() => [ja, jaCatalog] as const);
  const translation = new TranslationState(words === ja ? 'ja' : locale, words, texts);
  if (translation.locale !== locale) app.locale.lack(translation.locale);
  const target = document.querySelector('#app');
  if (!target) throw new Error('index.html has no #app');
  target.replaceChildren();
  const preferences = new PreferenceKeeper(() => localStorage, saved);
  mount(App, {
    target,
    props: { app, translation, session, preferences, shortcutsOn: saved.shortcuts ?? true },
  });

  // Only a built page has a worker to store it. The answer comes first: storing starts when the data is there.
  if (import.meta.env.PROD && navigator.serviceWorker) {
    void session.settled
      .then(() =>
        registerServiceWorker(app.offline, './sw.js', {
          container: navigator.serviceWorker,
          reload: () => location.reload(),
        }),
      )
      // Through the worker that keeps them; it takes over the page as soon as its store is full.
      .then(() => navigator.serviceWorker.ready)
      .then(async () => keepBlocks(await session.manifest(), session.tilesUrl, window as QuietBrowser))
      .catch((error: unknown) => console.warn(error));
  }
}
