import { languageTag, type Locale } from '../../src/i18n/locale.js';
import type { EmbedMessages } from '../../src/i18n/messages.js';
import { html, type Html } from '../../src/embed/maker/html.js';
import type { KeyFigures } from './key-figures.js';

export interface StaticFallbackOptions {
  locale: Locale;
  messages: EmbedMessages;
  title: string;
  /** Address of the picture and of the full map, as seen from the page. */
  picture: { src: string; width: number; height: number; alt: string } | null;
  mapUrl: string;
  heading: 'h1' | 'h2';
}

/** Picture, key figures, source, limits and a link: what stands where the live map cannot. */
export function staticFallback(
  figures: KeyFigures,
  { locale, messages: t, title, picture, mapUrl, heading }: StaticFallbackOptions,
): Html {
  const latin = locale === 'en' || locale === 'ko';
  const number = new Intl.NumberFormat(languageTag[locale]);
  const day = new Intl.DateTimeFormat(languageTag[locale], { dateStyle: 'long', timeZone: 'UTC' });
  const page = (value: number | null) => (value === null ? '–' : String(value));
  const head = heading === 'h1' ? html`<h1>${title}</h1>` : html`<h2>${title}</h2>`;
  return html`
    <section lang="${languageTag[locale]}">
      ${head}
      ${
        picture
          ? html`<img
              src="${picture.src}"
              width="${picture.width}"
              height="${picture.height}"
              alt="${picture.alt}"
              loading="lazy"
            />`
          : html``
      }
      <ul>
        <li>
          ${t.still.base({ value: number.format(figures.baseMmPerHour), page: page(figures.basePage) })}
        </li>
        ${figures.plans.map(
          (plan) =>
            html`<li>
              ${t.still.target({
                plan: latin ? plan.nameEn : plan.name,
                target: number.format(plan.targetMmPerHour),
                stage: number.format(plan.stageMmPerHour),
                page: page(plan.page),
              })}
            </li>`,
        )}
      </ul>
      <table>
        <caption>
          ${t.still.centresTitle}
        </caption>
        <thead>
          <tr>
            <th scope="col">${t.still.district}</th>
            <th scope="col">${t.still.centre}</th>
            <th scope="col">${t.still.area}</th>
          </tr>
        </thead>
        <tbody>
          ${figures.districts.map(
            (district) =>
              html`<tr>
                <th scope="row">${latin ? district.nameEn : district.name}</th>
                <td>${latin ? district.centreEn : district.centre}</td>
                <td>${number.format(district.plannedAreaHectares)} ha</td>
              </tr>`,
          )}
        </tbody>
      </table>
      <p>
        ${t.labelled({ label: t.foot.source, value: figures.sources.join(t.listSeparator) })}
        ${t.foot.pages({ pages: pages(figures).join(t.listSeparator) })}
        ${t.foot.asOf({ date: day.format(new Date(figures.asOf)) })}
        ${t.foot.version({ version: figures.dataVersion })}
      </p>
      <p>${t.foot.limits}</p>
      <p><a href="${mapUrl}">${t.openFull}</a></p>
    </section>
  `;
}

function pages({ basePage, plans, districts }: KeyFigures): number[] {
  const all = [basePage, ...[...plans, ...districts].map(({ page }) => page)];
  return [...new Set(all.filter((page) => page !== null))].sort((a, b) => a - b);
}
