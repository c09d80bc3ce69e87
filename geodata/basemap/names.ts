/** Notes of mappers that are no names: one-way hours, escalators, "unknown". */
const noName = /一方通行|不明|エスカレーター|^unknown|^歩道$|^トラック$|出口$|入口$|入り口$|^[\d,\s]+$/;
const latin = /^[\p{Script=Latin}\d\s.,'’&\-–()]+$/u;
const japanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * What an OpenStreetMap `name` says: several names come between `;`, a Latin one in brackets behind the Japanese.
 * @returns nothing where the text is a mapper's note and no name
 */
export function namesOf(text: string): { name?: string; nameEn?: string } {
  const shown = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (shown === '' || noName.test(shown)) return {};
  const [, before, inside] = /^(.+?)\s*[(（]([^()（）]+)[)）]$/.exec(shown) ?? [];
  if (before && inside && japanese.test(before) && latin.test(inside))
    return { name: joined(before), nameEn: inside.trim() };
  return { name: joined(shown) };
}

function joined(text: string): string {
  const parts = text
    .split(';')
    .map((part) => part.replace(/\s*[(（][\p{Script=Latin}\s-]+[)）]/u, '').trim());
  return [...new Set(parts.filter((part) => part !== ''))].join('・');
}
