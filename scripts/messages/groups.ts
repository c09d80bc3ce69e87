/** Which words are fetched together: a page must not load words it does not show. */
import type { Locale } from '../../src/i18n/locale.js';

export interface Group {
  /** Name of its interface in TypeScript. */
  type: string;
  /** For people who read the type. */
  about: string;
  /** Comes with the code that asks for it; the others are fetched. */
  inline?: Locale;
  /** Its table is one list by whole keys, `layers.towns.title`: what looks it up keeps the key. */
  flat?: true;
  /** Written in these languages only; whoever speaks picks the nearer one. Without it: in all. */
  only?: readonly Locale[];
}

export const groups: Readonly<Record<string, Group>> = {
  page: { type: 'Messages', about: 'Words of the page.', inline: 'ja' },
  catalog: {
    type: 'CatalogMessages',
    about: 'Texts of the catalogue: layers, their legends and fields.',
    inline: 'ja',
    flat: true,
  },
  embed: { type: 'EmbedMessages', about: 'Words of embedded maps, of stories and of the maker.' },
  importer: { type: 'ImportMessages', about: 'Words of the page that brings in official data.' },
  network: { type: 'NetworkMessages', about: 'Words about the nearest sewer.' },
  workbench: { type: 'WorkbenchMessages', about: 'Words of the workbench (作業台).' },
  'import-report': {
    type: 'ImportReportMessages',
    about: 'What the command line says about an import.',
    only: ['ja', 'en'],
  },
  yearbook: { type: 'YearbookMessages', about: 'Words beside the yearbook’s tables.' },
};

/** Looked up by what the data says, so any key may be asked for. */
export const openRecords: ReadonlySet<string> = new Set(['page.names', 'network.kinds', 'yearbook.units']);

/** The language whose file says which messages there are. */
export const baseLocale: Locale = 'ja';

/** Names of places: the base language's are the keys themselves, and a language may leave one to its romanised form. */
export const namesPath = 'page.names';
