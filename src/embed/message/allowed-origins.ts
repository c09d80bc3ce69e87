import * as v from 'valibot';

const listSchema = v.object({ origins: v.array(v.string()) });

/**
 * Reads `embed-origins.json`, the operator's list of pages that may hear what readers ask and may steer embeds.
 * Entries that are no exact origin (a wildcard, a path, plain http outside localhost) count for nothing.
 */
export function parseOriginList(json: unknown): ReadonlySet<string> {
  const parsed = v.safeParse(listSchema, json);
  return new Set(parsed.success ? parsed.output.origins.filter(isOrigin) : []);
}

function isOrigin(text: string): boolean {
  try {
    const url = new URL(text);
    // A browser takes `*` for a letter of a name; the operator who wrote it meant something else.
    if (url.hostname.includes('*')) return false;
    const local = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
    return url.origin === text && (url.protocol === 'https:' || (url.protocol === 'http:' && local));
  } catch {
    return false;
  }
}
