import { layersText, type LayerChoice } from '../../state/layer-choice.js';
import { attributeKeys, type MapAttribute } from '../options/attribute-names.js';
import { formatEmbedHash } from '../options/embed-hash.js';
import type { EmbedOptions } from '../options/embed-options.js';
import { escapeHtml } from './html.js';

export interface CodeInput {
  options: EmbedOptions;
  /** Folder of the deployment, ending in `/`. */
  siteUrl: string;
  heightPixels: number;
  /** Name of the map for screen readers. */
  name: string;
  /** What the map shows, in words, from the data. */
  alt: string;
  /** Source, date and limits. */
  small: string;
  /** Way to the full map: address and words. */
  link: { href: string; text: string };
  language: string;
  /** `sha384-…` of the element's module, for pages that want this build and no other (SRI). */
  integrity: string | null;
}

/** Two lines for any page. */
export function frameCode({ options, siteUrl, heightPixels, name, language }: CodeInput): string {
  const attributes = [
    attribute('src', `${siteUrl}embed.html${formatEmbedHash(options)}`),
    attribute('title', name),
    attribute('lang', language),
    attribute('width', '100%'),
    attribute('height', String(heightPixels)),
    attribute('loading', 'lazy'),
    attribute('style', 'border: 0'),
  ];
  return `<iframe\n  ${attributes.join('\n  ')}\n></iframe>`;
}

/** The element, with words between its tags for pages on which it cannot run. */
export function elementCode(input: CodeInput): string {
  const { options, siteUrl, alt, small, link, language, integrity } = input;
  const pin = integrity === null ? '' : ` ${attribute('integrity', integrity)} crossorigin="anonymous"`;
  const written = Object.entries(elementAttributes(options)).map(([name, value]) =>
    value === '' ? name : attribute(name, value),
  );
  return [
    `<script type="module" src="${escapeHtml(siteUrl)}element/mizumichi-map.js"${pin}></script>`,
    `<mizumichi-map`,
    ...written.map((line) => `  ${line}`),
    '>',
    `  <p ${attribute('lang', language)}>${escapeHtml(alt)} ${escapeHtml(small)}</p>`,
    `  <p ${attribute('lang', language)}><a ${attribute('href', link.href)}>${escapeHtml(link.text)}</a></p>`,
    '</mizumichi-map>',
  ].join('\n');
}

/** A still picture whose words say all it shows. */
export function pictureCode({ options, alt, small, link, language }: CodeInput): string {
  const words = [options.title, options.caption].filter((text) => text !== undefined);
  return [
    `<figure ${attribute('lang', language)}>`,
    `  <img src="mizumichi.png" width="1200" ${attribute('alt', alt)} />`,
    '  <figcaption>',
    ...words.map((text) => `    ${escapeHtml(text)}<br />`),
    `    ${escapeHtml(small)}`,
    `    <a ${attribute('href', link.href)}>${escapeHtml(link.text)}</a>`,
    '  </figcaption>',
    '</figure>',
  ].join('\n');
}

/** The attributes that make `<mizumichi-map>` show the same as the address of an iframe. */
export function elementAttributes(options: EmbedOptions): Partial<Record<MapAttribute, string>> {
  const { layers, compare, view, position, feature, palette, locale, theme, dataVersion } = options;
  const choices = (list: readonly LayerChoice[] | undefined) => list && layersText(list);
  const all: Record<MapAttribute, string | undefined> = {
    layers: choices(layers),
    compare: choices(compare),
    centre: view && view.centre.map((degrees) => Number(degrees.toFixed(5))).join(','),
    zoom: view && String(Number(view.zoom.toFixed(2))),
    position: position?.join(','),
    feature: feature && `${feature.layer}/${feature.id}`,
    palette,
    language: locale,
    theme,
    'data-version': dataVersion,
    heading: options.title,
    caption: options.caption,
    search: options.search ? '' : undefined,
    answers: options.report ? '' : undefined,
    story: options.story,
  };
  const names = Object.keys(attributeKeys) as MapAttribute[];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = all[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function attribute(name: string, value: string): string {
  return `${name}="${escapeHtml(value)}"`;
}
