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
  const named = matchLevel === 'town' || matchLevel === 'town-group' || matchLevel === 'block';
  if (!named || wardMismatch || ward === null) return null;
  const number = houseNumber.exec(rest)?.[0].trim() ?? '';
  if (number === '') return null;
  // The block is known: only the house is asked for, 天神一丁目8-1.
  return matchLevel === 'block'
    ? `${city}${ward}${name.replace(/番地?$/u, '')}-${number}`
    : `${city}${ward}${name}${number}`;
}
