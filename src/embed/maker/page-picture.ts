import { scaleBar, scaleText } from '../../map/scale-bar.js';
import type { EmbedSession } from '../data/embed-session.svelte.js';
import type { EmbedMessages } from '../../i18n/messages.js';
import type { PictureInput } from './picture.js';

/**
 * What the preview shows, read off the page: picture and page then never differ.
 * @param stage the element the preview is drawn in
 */
export function pictureOfPage(
  stage: HTMLElement,
  preview: EmbedSession,
  t: EmbedMessages,
): Omit<PictureInput, 'map'> {
  const { title = t.mapTitle, caption = '' } = preview.options;
  return {
    title,
    caption,
    scale: scaleOf(stage, preview),
    legend: legendOf(stage),
    foot: [
      ...[...stage.querySelectorAll('.foot p:not(.way)')].map((line) =>
        (line.textContent ?? '').replace(/\s+/g, ' ').trim(),
      ),
      `${t.map.baseCredit}  ${t.name} ${preview.site.mapUrl}`,
    ],
    dark: preview.app.theme.resolved === 'dark',
  };
}

function scaleOf(stage: HTMLElement, { app }: EmbedSession): PictureInput['scale'] {
  const { centre, zoom } = app.view;
  const mapWidth = stage.querySelector('canvas')?.clientWidth ?? 1;
  const bar = scaleBar(centre[1], zoom, mapWidth / 5);
  return { text: scaleText(bar.meters), share: bar.pixels / mapWidth };
}

function legendOf(stage: HTMLElement): PictureInput['legend'] {
  return [...stage.querySelectorAll('.legend .layer:not(.off)')].map((layer) => {
    const title = layer.querySelector('.head label')?.textContent?.trim() ?? '';
    const single = layer.querySelector<SVGElement>('.head svg');
    const many = [...layer.querySelectorAll('li')].flatMap((item) => {
      const sign = item.querySelector('svg');
      return sign ? [{ sign, label: item.textContent?.trim() ?? '' }] : [];
    });
    return { title, items: single ? [{ sign: single, label: '' }] : many };
  });
}
