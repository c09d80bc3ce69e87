import { visibleText } from '../../i18n/shown-text.js';
import type { LayerEntry } from '../../catalog/layer-entry.js';
import type { Manifest } from '../../catalog/manifest.js';
import { languageTag, type Locale } from '../../i18n/locale.js';
import type { EmbedMessages } from '../../i18n/messages.js';
import type { Translation } from '../../i18n/translation.js';
import type { SourceLine } from '../data/source-lines.js';
import type { TableRow } from '../../service/service.js';

export interface AltInput {
  title: string;
  entries: readonly LayerEntry[];
  manifest: Pick<Manifest, 'layers'>;
  /** Rows of the layers by id; a layer whose rows are not there is only named. */
  rows: ReadonlyMap<string, readonly TableRow[]>;
  sources: readonly SourceLine[];
  locale: Locale;
  messages: EmbedMessages;
  text: Translation['text'];
}

/** What the map shows, in words taken from the data: titles, counts and, where it says most, names and levels. */
export function altText({
  title,
  entries,
  manifest,
  rows,
  sources,
  locale,
  messages,
  text,
}: AltInput): string {
  const { alt, listSeparator } = messages;
  const number = new Intl.NumberFormat(languageTag[locale]);
  const day = new Intl.DateTimeFormat(languageTag[locale], { dateStyle: 'long', timeZone: 'UTC' });
  const layers = entries.map((entry) =>
    alt.layer({
      layer: text(entry.title),
      count: number.format(manifest.layers[entry.id]?.features ?? 0),
    }),
  );
  const layerSentences = entries.flatMap((entry) => {
    const table = rows.get(entry.id);
    return table ? (tellers[entry.role]?.(table, { locale, messages, number }) ?? []) : [];
  });
  return [
    alt.map({ title, layers: layers.join(listSeparator) }),
    ...layerSentences,
    ...sources.map(({ source, pages, dates }) =>
      alt.source({
        source:
          pages.length > 0
            ? `${source} ${messages.foot.pages({ pages: pages.join(listSeparator) })}`
            : source,
        date: dates.map((date) => day.format(new Date(date))).join(listSeparator),
      }),
    ),
  ].join(alt.sentenceSpace);
}

interface Teller {
  locale: Locale;
  messages: EmbedMessages;
  number: Intl.NumberFormat;
}

/** Layers small enough to be told in a sentence. */
const tellers: Partial<Record<LayerEntry['role'], (rows: readonly TableRow[], teller: Teller) => string[]>> =
  {
    treatmentDistrict: (rows, { locale, messages: { alt } }) => [
      alt.centres({
        list: rows
          .map(({ properties }) =>
            alt.centre({
              district: name(properties, 'name', locale),
              centre: name(properties, 'centre', locale),
            }),
          )
          .join(alt.groupSeparator),
      }),
    ],
    rainfallPlan: (rows, { locale, number, messages: { alt } }) => [
      alt.plans({
        list: rows
          .filter(({ properties }) => properties['part'] === 'whole')
          .map(({ properties }) =>
            alt.plan({
              plan: name(properties, 'plan', locale),
              target: number.format(Number(properties['targetMmPerHour'])),
              stage: number.format(Number(properties['stageMmPerHour'])),
            }),
          )
          .join(alt.groupSeparator),
      }),
    ],
    priorityDistrict: (rows, { number, messages: { alt } }) => {
      const levels = [...new Set(rows.map(({ properties }) => Number(properties['designMmPerHour'])))];
      return [
        alt.priority({
          count: rows.length,
          value: levels.map((level) => number.format(level)).join('/'),
        }),
      ];
    },
    inundationZone: (rows, { locale, number, messages: { alt, listSeparator } }) => {
      const known = rows
        .map(({ properties }) => properties['scenarioMmPerHour'])
        .filter((value) => typeof value === 'number');
      return [
        alt.zones({
          list: rows.map(({ properties }) => name(properties, 'name', locale)).join(listSeparator),
          value: [...new Set(known)].map((value) => number.format(value)).join('/'),
        }),
      ];
    },
  };

/** Romanised for readers of Latin letters and of Hangul, as the map's own labels are. */
function name(properties: TableRow['properties'], property: string, locale: Locale): string {
  const english = properties[`${property}En`];
  const latin = locale === 'en' || locale === 'ko';
  return visibleText(String(latin && typeof english === 'string' ? english : (properties[property] ?? '')));
}
