interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createHTML(text: string): string },
  ): { createHTML(text: string): unknown };
}

let policy: { createHTML(text: string): unknown } | undefined;

/**
 * A drawing written by `toSvg` as an element. Where the browser demands Trusted Types, text becomes markup only by this
 * way, and only if it can hold no script: `toSvg` escapes every word, and this looks once more. Throws on misuse.
 */
export function drawingElement(svg: string): Element {
  const types = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
  policy ??= types?.createPolicy('mizumichi-drawing', { createHTML: holdsNoScript }) ?? {
    createHTML: holdsNoScript,
  };
  const trusted = policy.createHTML(svg) as string;
  return new DOMParser().parseFromString(trusted, 'image/svg+xml').documentElement;
}

const tag = /^<\/?(?:svg|title|text|image|polygon|polyline)((?: [\w-]+="[^"<>]*")*)\/?>$/;
const pictureAddress = /^(?:blob:|data:image\/jpeg[;,]|$)/;

/** The text itself. Throws for anything `toSvg` does not write: other elements, handlers, addresses but of pictures. */
export function holdsNoScript(svg: string): string {
  for (const [written] of svg.matchAll(/<[^>]*>?/g)) {
    const attributes = tag.exec(written)?.[1];
    if (attributes === undefined) throw new TypeError('a drawing holds shapes, words and pictures only');
    for (const [, name = '', value = ''] of attributes.matchAll(/([\w-]+)="([^"]*)"/g))
      if (/^on/i.test(name) || (/href$/i.test(name) && !pictureAddress.test(value)))
        throw new TypeError(`a drawing has no ${name} like this`);
  }
  return svg;
}
