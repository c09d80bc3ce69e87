/**
 * All styles of the element as one text, put here by vite.element.config.ts. A constructed sheet needs no
 * `style-src 'unsafe-inline'`, and all elements of a page share it.
 */
declare const mizumichiStyles: string;

let sheet: CSSStyleSheet | null = null;

export function adoptStyles(root: ShadowRoot): void {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(
      `:host { display: block; contain: content; } :host([hidden]) { display: none; } ${mizumichiStyles}`,
    );
  }
  root.adoptedStyleSheets = [sheet];
}
