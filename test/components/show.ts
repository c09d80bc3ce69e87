import type { Component } from 'svelte';
import { render } from 'vitest-browser-svelte';
import { city } from '../../src/catalog/city.js';
import { catalogue } from '../../src/catalog/layers.js';
import { messages as catalog } from '../../src/i18n/generated/catalog/ja.js';
import { messages } from '../../src/i18n/generated/page/ja.js';
import { AppState } from '../../src/state/app-state.svelte.js';
import { TranslationState } from '../../src/state/translation-state.svelte.js';
import type { AnyProps } from './any-props.js';
import WithState from './WithState.svelte';

/** The words of the page, for names that a test looks for. */
export const t = messages;

/** The state of a page that has just been opened. */
export function newApp(): AppState {
  return new AppState({ catalogue, opening: { centre: city.centre, zoom: city.zoom } });
}

/** Puts a component on the screen, in Japanese. */
export function show<Props extends AnyProps, Bindings extends keyof Props | ''>(
  component: Component<Props, object, Bindings>,
  given: NoInfer<Props>,
  app = newApp(),
) {
  return render(WithState, {
    app,
    translation: new TranslationState('ja', messages, catalog),
    component: component as Component<AnyProps>,
    given,
  });
}
