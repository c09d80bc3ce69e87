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
const tags = /<\/?[a-z!][^>]*>/gi;

/** True where a text holds markup: it is taken out, and the reader told. */
export function hasMarkup(value: AttributeValue): boolean {
  return typeof value === 'string' && value.search(tags) >= 0;
}

/** Text of an attribute: markup and control characters taken out, spaces trimmed. Markup is never interpreted. */
function plainText(value: AttributeValue | undefined): string {
  if (value === null || value === undefined) return '';
  // Script and style go with what they hold; other tags leave their text behind.
  const bare = String(value)
    .replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1\s*>/gi, '')
    .replace(tags, '');
  return bare.replace(controls, '').trim();
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
