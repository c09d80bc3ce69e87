import type { AttributeValue, Attributes } from './import-driver.js';

/** A row's cells as flat values; nested ones become their JSON text. */
export function flatAttributes(attributes: ReadonlyMap<string, unknown>): Attributes {
  return new Map([...attributes].map(([name, cell]) => [name, flatValue(cell)]));
}

function flatValue(cell: unknown): AttributeValue {
  if (cell === null || cell === undefined) return null;
  if (typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean') return cell;
  try {
    return JSON.stringify(cell);
  } catch {
    // Nested beyond what the stack can write, a value is nothing that could be shown.
    return null;
  }
}

const controls = /[\p{Cc}\p{Cf}]/gu;
const tagBegins = /<\/?[a-z!]/gi;
const unread = /^<(script|style)(?![\w-])/i;

/**
 * A text without its markup. Every sign is looked at once: where no `>` follows any more, nothing after it is a tag,
 * and where no end of a script follows, none is looked for again.
 */
function withoutMarkup(text: string): string {
  const kept: string[] = [];
  const endless = new Set<string>();
  let from = 0;
  tagBegins.lastIndex = 0;
  for (let begin = tagBegins.exec(text); begin; begin = tagBegins.exec(text)) {
    const end = text.indexOf('>', begin.index);
    if (end < 0) break;
    kept.push(text.slice(from, begin.index));
    from = end + 1;
    // Script and style go with what they hold; other tags leave their text behind.
    const kind = unread.exec(text.slice(begin.index, begin.index + 8))?.[1]?.toLowerCase();
    if (kind !== undefined && !endless.has(kind)) {
      const close = new RegExp(`</${kind}\\s*>`, 'gi');
      close.lastIndex = from;
      const closed = close.exec(text);
      if (closed) from = closed.index + closed[0].length;
      else endless.add(kind);
    }
    tagBegins.lastIndex = from;
  }
  return kept.join('') + text.slice(from);
}

/** True where a text holds markup: it is taken out, and the reader told. */
export function hasMarkup(value: AttributeValue): boolean {
  if (typeof value !== 'string') return false;
  const begins = value.search(tagBegins);
  return begins >= 0 && value.includes('>', begins);
}

/** Text of an attribute: markup and control characters taken out, spaces trimmed. Markup is never interpreted. */
function plainText(value: AttributeValue | undefined): string {
  if (value === null || value === undefined) return '';
  return withoutMarkup(String(value)).replace(controls, '').trim();
}

/** The attribute as text, or null when it is missing or empty. */
export function textOf(attributes: Attributes, field: string): string | null {
  return plainText(attributes.get(field)) || null;
}

/** The first of several columns that says anything: editions name them differently. */
export function firstText(attributes: Attributes, fields: readonly string[]): string | null {
  for (const field of fields) {
    const text = textOf(attributes, field);
    if (text !== null) return text;
  }
  return null;
}

/** A finite number, also from text and full-width digits; null otherwise (never 0 for "nothing"). */
export function numberOf(attributes: Attributes, field: string): number | null {
  const value = attributes.get(field);
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string') return null;
  const plain = value.normalize('NFKC').replace(/[\s,]/g, '');
  if (plain === '') return null;
  const number = Number(plain);
  return Number.isFinite(number) ? number : null;
}
