import { city } from '../../src/catalog/city.js';
import { messages as en } from '../../src/i18n/generated/embed/en.js';
import { messages as ja } from '../../src/i18n/generated/embed/ja.js';
import { formatEmbedHash } from '../../src/embed/options/embed-hash.js';
import { html, type Html } from '../../src/embed/maker/html.js';
import { keyFigures, type KeyFigures } from './key-figures.js';
import { mainViews, type MainView } from './main-views.js';
import { staticFallback } from './static-fallback.js';

/** Pixels of every picture in public/og. */
export const pictureSize = { width: 1200, height: 630 };

/**
 * What embed.html itself may load: its own files and nothing else, so that no embed ever asks a third party.
 * (Which pages may frame it is for the server to say: a `meta` cannot.)
 */
export const embedPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self' blob:",
  "worker-src 'self'",
  "frame-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types default svelte-trusted-html',
].join('; ');

/** What the page of a view may load: its style, its picture, and the embed it holds. */
export const viewPolicy =
  "default-src 'none'; style-src 'self'; img-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'";

export interface StaticInput {
  /** Text of a file of public/tiles by its name. */
  read: (file: string) => string;
  /** Whether public/og has the picture of a view. */
  hasPicture: (view: string) => boolean;
  /** Where the site will stand, ending in `/`; null when the build does not know. */
  siteUrl: string | null;
}

export interface StaticPages {
  /** Body of embed.html before, or without, its script. */
  embedBody: string;
  /** Files to write beside the built ones. */
  files: { name: string; text: string }[];
}

/** Pages and records made of the built data: pure, the same input gives the same bytes. */
export function staticPages(input: StaticInput): StaticPages {
  const figures = keyFigures(input.read, city);
  return {
    embedBody: html`<div class="still">${bothLanguages(figures, input, null, '')}</div>`.text,
    files: mainViews.flatMap((view) => [
      { name: `view/${view.id}.html`, text: viewPage(view, figures, input) },
      ...(input.siteUrl === null
        ? []
        : [{ name: `view/${view.id}.oembed.json`, text: oembed(view, figures, input.siteUrl, input) }]),
    ]),
  };
}

function bothLanguages(
  figures: KeyFigures,
  input: StaticInput,
  view: MainView | null,
  up: string,
): readonly Html[] {
  const pictured = view?.id ?? 'treatment';
  return [
    { locale: 'ja' as const, messages: ja, heading: 'h1' as const },
    { locale: 'en' as const, messages: en, heading: 'h2' as const },
  ].map(({ locale, messages, heading }) =>
    staticFallback(figures, {
      ...{ locale, messages, heading },
      title: view?.title(messages) ?? messages.still.title,
      picture:
        locale === 'ja' && input.hasPicture(pictured)
          ? {
              ...pictureSize,
              src: `${up}og/${pictured}.jpg`,
              alt: `${messages.still.picture}: ${(view ?? mainViews.find(({ id }) => id === pictured))?.title(messages) ?? ''}`,
            }
          : null,
      mapUrl: `${up}index.html`,
    }),
  );
}

/** A page of its own for a view: link previews read its head, people its live map, everybody its figures. */
function viewPage(view: MainView, figures: KeyFigures, input: StaticInput): string {
  const title = view.title(ja);
  const hash = formatEmbedHash({ ...view.options, dataVersion: figures.dataVersion });
  const site = input.siteUrl;
  const description = ja.still.base({
    value: String(figures.baseMmPerHour),
    page: String(figures.basePage ?? '–'),
  });
  // A browser shows nothing that stands after a style sheet on its way: without scripts, none can end the wait.
  const page = html`<!doctype html>
    <html lang="ja">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <meta http-equiv="Content-Security-Policy" content="${viewPolicy}" />
        <title>${title}｜${ja.name} ${ja.mapTitle}</title>
        <meta name="description" content="${description}" />
        <meta property="og:type" content="website" />
        <meta property="og:site_name" content="${ja.name}" />
        <meta property="og:title" content="${title}" />
        <meta property="og:description" content="${description}" />
        <meta property="og:locale" content="ja_JP" />
        <meta name="twitter:card" content="summary_large_image" />
        ${
          input.hasPicture(view.id)
            ? html`<meta property="og:image" content="${site ?? '../'}og/${view.id}.jpg" />
                <meta property="og:image:width" content="${pictureSize.width}" />
                <meta property="og:image:height" content="${pictureSize.height}" />
                <meta property="og:image:alt" content="${ja.still.picture}: ${title}" />`
            : html``
        }
        ${
          site === null
            ? html``
            : html`<link rel="canonical" href="${site}view/${view.id}.html" />
                <meta property="og:url" content="${site}view/${view.id}.html" />
                <link
                  rel="alternate"
                  type="application/json+oembed"
                  href="${site}view/${view.id}.oembed.json"
                  title="${title}"
                />`
        }
        <link rel="icon" href="../icon.svg" type="image/svg+xml" />
        <link rel="preload" as="style" href="../view.css" />
      </head>
      <body>
        <main>
          <iframe
            src="../embed.html${hash}"
            title="${title}"
            height="${view.heightPixels}"
            loading="eager"
          ></iframe>
          <div class="still">${bothLanguages(figures, input, view, '../')}</div>
        </main>
        <link rel="stylesheet" href="../view.css" />
      </body>
    </html>`;
  return `${page.text.trim()}\n`;
}

/** https://oembed.com, type `rich`. */
function oembed(view: MainView, figures: KeyFigures, site: string, input: StaticInput): string {
  const title = view.title(ja);
  const frame = html`<iframe
    src="${site}embed.html${formatEmbedHash({ ...view.options, dataVersion: figures.dataVersion })}"
    title="${title}"
    width="800"
    height="${view.heightPixels}"
    loading="lazy"
    style="border:0;width:100%"
  ></iframe>`;
  const record = {
    version: '1.0',
    type: 'rich',
    provider_name: ja.name,
    provider_url: site,
    title,
    html: frame.text.replace(/\s+/g, ' '),
    width: 800,
    height: view.heightPixels,
    ...(input.hasPicture(view.id)
      ? {
          thumbnail_url: `${site}og/${view.id}.jpg`,
          thumbnail_width: pictureSize.width,
          thumbnail_height: pictureSize.height,
        }
      : {}),
  };
  return `${JSON.stringify(record, null, 2)}\n`;
}
