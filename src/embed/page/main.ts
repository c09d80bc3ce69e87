import { mount } from 'svelte';
import { catalogue } from '../../catalog/layers.js';
import { standIn } from '../../state/stand-ins.js';
import { LocaleState } from '../../state/locale-state.svelte.js';
import { installTrustedTypesPolicy } from '../../thread/trusted-types.js';
import { EmbedSession, wholeCity } from '../data/embed-session.svelte.js';
import { openingOf } from '../data/opening-view.js';
import { openParentChannel } from '../message/parent-channel.js';
import { parseEmbedHash } from '../options/embed-hash.js';
import EmbedPage from './EmbedPage.svelte';
import { preferredHeight } from './preferred-height.js';

installTrustedTypesPolicy(window);
standIn(window);
const layerIds = catalogue.filter(({ base }) => !base).map(({ id }) => id);
/** What follows `#`, or `?` where a content system threw the fragment away. */
const read = () => parseEmbedHash(location.hash.length > 1 ? location.hash : location.search, layerIds);
const page = new URL('.', document.baseURI).href;

const { options, dropped } = read();
const openingWith = (asked: typeof options) =>
  openingOf(asked, wholeCity, { width: innerWidth, height: innerHeight });

const channel = openParentChannel(window, {
  listUrl: `${page}embed-origins.json`,
  height: () => preferredHeight(document),
});
const session = new EmbedSession({
  site: { tilesUrl: `${page}tiles`, mapUrl: `${page}index.html` },
  options,
  dropped,
  opening: openingWith(options),
  readerLocale: LocaleState.ofBrowser(navigator),
  emit: (event) => channel.tell(event),
});
channel.serve(session);
window.addEventListener('hashchange', () => {
  const next = read();
  session.apply(next.options, next.dropped);
});

const target = document.querySelector('#embed');
if (!target) throw new Error('embed.html has no #embed');
// Until there are words, what needs no script stands there; public/old-browser.js says when they do not come.
await session.spoken;
// The page around may get its style sheet only now or later, and the frame its size.
const reopen = () => session.openAt(openingWith(session.options));
reopen();
window.addEventListener('resize', reopen);
target.replaceChildren();
mount(EmbedPage, { target, props: { session } });
new ResizeObserver(() => channel.measure()).observe(target);
