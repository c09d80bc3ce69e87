// Made from src/i18n/locales by `npm run messages`: change those, not this.
/** Words about the nearest sewer. */
export interface NetworkMessages {
  title: string;
  working: string;
  distance: (d: { meters: string | number }) => string;
  none: string;
  name: string;
  kind: string;
  diameter: string;
  material: string;
  built: string;
  kinds: Readonly<Record<string, string>>;
  unknown: string;
  source: (d: { source: string | number; date: string | number; meters: string | number }) => string;
  failed: (d: { reason: string | number }) => string;
  again: string;
}
