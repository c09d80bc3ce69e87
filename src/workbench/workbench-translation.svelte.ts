import { formats, type Formats } from '../i18n/format.js';
import type { Locale } from '../i18n/locale.js';
import type { CatalogMessages, WorkbenchMessages } from '../i18n/messages.js';
import { textIn, type Translation } from '../i18n/translation.js';

/** The workbench's words and figures in the language now in use; components follow when it changes. */
export class WorkbenchTranslation {
  #locale = $state<Locale>('ja');
  #messages = $state.raw<WorkbenchMessages | null>(null);
  #text = $state.raw<Translation['text'] | null>(null);
  readonly format: Formats = $derived(formats(this.#locale));

  get locale(): Locale {
    return this.#locale;
  }
  /** null until the first table has been fetched. */
  get ready(): boolean {
    return this.#messages !== null;
  }
  /** Throws before a table is there: components below Workbench.svelte are mounted only then. */
  get t(): WorkbenchMessages {
    if (!this.#messages)
      throw new Error('the workbench has no words yet: wait for WorkbenchTranslation.ready');
    return this.#messages;
  }

  /** The catalogue's texts. Throws like `t`. */
  get text(): Translation['text'] {
    if (!this.#text) throw new Error('the workbench has no words yet: wait for WorkbenchTranslation.ready');
    return this.#text;
  }

  setLocale(locale: Locale, messages: WorkbenchMessages, catalog: CatalogMessages): void {
    this.#locale = locale;
    this.#messages = messages;
    this.#text = textIn(catalog);
  }

  /** `850 m` or `2.1 km`, exact to the centimetre below 100 m: measured, not guessed. */
  length(meters: number): string {
    return meters < 1000
      ? `${this.format.number(meters, 2)} m`
      : `${this.format.number(meters / 1000, 3)} km`;
  }

  area(squareMeters: number): string {
    return `${this.format.number(squareMeters, squareMeters < 1000 ? 2 : 0)} m² (${this.format.number(squareMeters / 10_000, 4)} ha)`;
  }

  /** `1,000.00 m`: to the centimetre, as a survey writes it. */
  planeLength(meters: number): string {
    return `${this.format.fixed(meters, 2)} m`;
  }

  /** `10,000.00 m² (1.0000 ha)` */
  planeArea(squareMeters: number): string {
    return `${this.format.fixed(squareMeters, 2)} m² (${this.format.fixed(squareMeters / 10_000, 4)} ha)`;
  }

  percent(share: number): string {
    return `${this.format.number(share * 100, share < 0.001 ? 3 : 1)}%`;
  }
}
