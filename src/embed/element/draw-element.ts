import { mount, unmount } from 'svelte';
import { catalogue } from '../../catalog/layers.js';
import { standIn } from '../../state/stand-ins.js';
import { LocaleState, readerLanguages } from '../../state/locale-state.svelte.js';
import { EmbedSession, wholeCity, type EmbedEvent } from '../data/embed-session.svelte.js';
import type { EmbedSite } from '../data/embed-site.js';
import { openingOf } from '../data/opening-view.js';
import type { MapAttribute } from '../options/attribute-names.js';
import { parseAttributes } from '../options/attributes.js';
import ElementView from './ElementView.svelte';
import { adoptStyles } from './styles.js';

export interface ElementRequest {
  site: EmbedSite;
  attribute: (name: MapAttribute) => string | null;
}

/** A live element. */
export interface LiveElement extends Pick<EmbedSession, 'fly' | 'report'> {
  apply(asked: ElementRequest): void;
  close(): void;
}

const layerIds = catalogue.filter(({ base }) => !base).map(({ id }) => id);

/** Draws what the attributes ask for into the shadow root, in place of the fallback in it. */
export async function drawElement(
  root: ShadowRoot,
  asked: ElementRequest,
  emit: (event: EmbedEvent) => void,
): Promise<LiveElement> {
  standIn(globalThis);
  const { options, dropped } = parseAttributes(asked.attribute, layerIds);
  const openingWith = (given: typeof options) =>
    openingOf(given, wholeCity, { width: root.host.clientWidth || 640, height: 560 });
  const session = new EmbedSession({
    site: asked.site,
    options,
    dropped,
    opening: openingWith(options),
    readerLocale: LocaleState.preferred(pageLanguages(root.host)),
    emit,
  });
  try {
    // What stands between the tags stays until there are words, and where none come.
    await session.spoken;
  } catch (error) {
    session.close();
    throw error;
  }
  adoptStyles(root);
  root.replaceChildren();
  const view = mount(ElementView, { target: root, props: { session } });
  // The page around may give it its width only now.
  const observer = new ResizeObserver(() => session.openAt(openingWith(session.options)));
  observer.observe(root.host);
  return {
    apply(next) {
      const { options: now, dropped: lost } = parseAttributes(next.attribute, layerIds);
      session.apply(now, lost);
    },
    fly: (target) => session.fly(target),
    report: (position) => session.report(position),
    close() {
      observer.disconnect();
      void unmount(view);
      session.close();
    },
  };
}

/** The page's own language goes before the reader's: words around the map are in it. */
function pageLanguages(host: Element): string[] {
  const page = host.closest('[lang]')?.getAttribute('lang');
  return [...(page ? [page] : []), ...readerLanguages(navigator)];
}
