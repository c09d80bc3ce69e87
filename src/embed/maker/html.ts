const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What means something in HTML, and what turns the written code round for its reader: by number. */
export function escapeHtml(text: string): string {
  return text
    .replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign)
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A piece of HTML; what is put into `html` unwrapped is escaped. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** html`<p>${words}</p>`: words are escaped, pieces of Html (and lists of them) are not. */
export function html(
  parts: TemplateStringsArray,
  ...values: (string | number | Html | readonly Html[])[]
): Html {
  const written = values.map((value) => {
    if (value instanceof Html) return value.text;
    if (typeof value === 'object') return value.map(({ text }) => text).join('');
    return escapeHtml(String(value));
  });
  return new Html(parts.map((part, index) => part + (written[index] ?? '')).join(''));
}
