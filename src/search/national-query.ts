import type { Candidate } from './candidate.js';

/** 8-1, 8番1号, １２番地の３, 100番: the number a house has, at the start of what offline search left over. */
const houseNumber =
  /^[\s,、]*[0-9０-９〇一二三四五六七八九十百]+(?:(?:番地?の?|号|[-‐‑–—−ー－の])[0-9０-９〇一二三四五六七八九十百]*)*/u;

/**
 * What to ask the national address search for a town found offline whose house number was not used; null when it
 * could add nothing. Only the address down to the number is asked for: no building, room or name behind it.
 */
export function nationalQuery(candidate: Candidate, city: string): string | null {
  const { matchLevel, rest, ward, name, wardMismatch } = candidate;
  if ((matchLevel !== 'town' && matchLevel !== 'town-group') || wardMismatch || ward === null) return null;
  const number = houseNumber.exec(rest)?.[0].trim() ?? '';
  return number === '' ? null : `${city}${ward}${name}${number}`;
}
