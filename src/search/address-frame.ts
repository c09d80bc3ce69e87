import type { Ward } from './gazetteer.js';
import { soundOfKana } from './phonetic.js';
import type { PlaceKey } from './place-key.js';
import { prefectures } from './prefectures.js';
import { startingWith } from './prefix-table.js';
import type { SearchIndex } from './search-index.js';

/** The outer parts of a Japanese address, and where its inner part (town or place) stands in the key. */
export interface AddressFrame {
  postalCode: string | null;
  /** The city's own name or its prefecture was written. */
  cityWritten: boolean;
  ward: Ward | null;
  /** Range of the outer parts that matched, for showing; empty when from === to. */
  outerFrom: number;
  outerTo: number;
  /** Inner part: `key.text.slice(from, to)`. */
  from: number;
  to: number;
  /** Name of the municipality, prefecture or foreign ward that shows the address lies elsewhere. */
  outside: string | null;
}

const han = String.raw`\p{Script=Han}ぁ-んー`;

/** 〒810-0001 or 810-0001 at the start, or at the end of the text. */
function postalAt(text: string): { code: string; length: number } | null {
  const match = /^〒?(\d{3})-?(\d{4})(?![\d-])/.exec(text);
  if (!match) return null;
  const plainDigits = !match[0].includes('〒') && !match[0].includes('-');
  if (plainDigits && text.length > 7 && /^[a-z.]/.test(text.slice(7))) return null;
  return { code: `${match[1]}-${match[2]}`, length: match[0].length };
}

/** Length of `name` in kana at `at` (ふくおかし), compared by sound; 0 when it is not there. */
function spokenLength(text: string, at: number, sound: string): number {
  for (let length = 2; length <= 10 && at + length <= text.length; length++) {
    const spoken = soundOfKana(text.slice(at, at + length));
    if (spoken === null) return 0;
    // ゅ or ー may follow and still belong to it.
    const ends = at + length === text.length || soundOfKana(text.slice(at, at + length + 1)) !== sound;
    if (spoken === sound && ends) return length;
  }
  return 0;
}

function wardAt(index: SearchIndex, text: string, at: number): { ward: Ward; length: number } | null {
  for (const ward of index.wards) {
    if (text.startsWith(ward.name, at)) return { ward, length: ward.name.length };
    const spoken = spokenLength(text, at, `${ward.sound}ku`);
    if (spoken > 0) return { ward, length: spoken };
  }
  return null;
}

/** A ward after the town: 干隈（城南区）, 天神 中央区; 天神中央区 only behind a town (小倉南区 is elsewhere). */
function wardBehind(index: SearchIndex, key: PlaceKey, from: number) {
  for (let at = from + 1; at < key.text.length; at++) {
    if (!key.breakBefore[at]) continue;
    const found = index.wards.find(({ name }) => key.text.startsWith(name, at));
    if (found) return { ward: found, at };
  }
  const ward = index.wards.find(({ name }) => key.text.endsWith(name));
  if (!ward) return null;
  const at = key.text.length - ward.name.length;
  const base = key.text.slice(from, at).replace(/(?:\d|[一二三四五六七八九十])[\d-]*(?:丁目[\d-]*)?$/u, '');
  const named = index.byKey.get(base)?.some(({ type }) => type === 'group');
  return named ? { ward, at } : null;
}

/** Tells an address of another municipality by its own words; null when nothing speaks against the city. */
function outsideAt(index: SearchIndex, text: string, at: number): string | null {
  const rest = text.slice(at);
  const isHere = (written: string) => startingWith(index.keys, written, 1).length > 0;
  const prefecture = prefectures.find(({ name }) => rest.startsWith(name));
  if (prefecture && prefecture.name !== index.document.city.prefecture) return prefecture.name;
  const local = rest.replace(new RegExp(`^[${han}]{1,4}郡`, 'u'), '');
  const neighbour = index.city.neighbours.find(([name]) => local.startsWith(name) && !isHere(name));
  if (neighbour) return neighbour[1];
  const municipality = new RegExp(`^[${han}]{1,6}?(?:市(?![場民立役営内街])|郡)`, 'u').exec(rest)?.[0];
  // A building's name may stand in front of either: ビル 福岡市…, ビル 春日市….
  if (municipality && !municipality.endsWith(index.city.name) && !isHere(municipality))
    return index.city.neighbours.find(([name]) => municipality.endsWith(name))?.[1] ?? municipality;
  const otherWard = new RegExp(`^[${han}]{1,4}?(?<![地校理学])区`, 'u').exec(rest)?.[0];
  if (otherWard && !isHere(otherWard)) return otherWard;
  return null;
}

/** Takes the outer parts off a Japanese (or kana) address. Linear in the text; throws nothing. */
export function readAddressFrame(index: SearchIndex, key: PlaceKey): AddressFrame {
  const { text } = key;
  const { city } = index;
  const postal = postalAt(text);
  let at = postal?.length ?? 0;
  const outerFrom = at;
  let cityWritten: boolean;
  const skip = (length: number) => {
    at += length;
    return length > 0;
  };
  skip(/^日本国?/.exec(text.slice(at))?.[0].length ?? 0);
  // 福岡市福岡市南区: lists that put the city in front of an address that has it already.
  const unitAt = (from: number) => [city.prefecture, city.name].find((name) => text.startsWith(name, from));
  let prefectureWritten = false;
  for (let unit = unitAt(at); unit && unitAt(at + unit.length); unit = unitAt(at)) {
    prefectureWritten ||= unit === city.prefecture;
    skip(unit.length);
  }
  if (text.startsWith(city.prefecture, at)) prefectureWritten = skip(city.prefecture.length);
  else if (!prefectureWritten) prefectureWritten = skip(spokenLength(text, at, city.prefectureSound));
  if (text.startsWith(city.name, at)) {
    cityWritten = skip(city.name.length);
  } else cityWritten = skip(spokenLength(text, at, city.nameSound));
  // 福岡中央区天神: the city without 市, but only before a ward (福岡空港 is a place of its own).
  if (!cityWritten && text.startsWith(city.stem, at) && wardAt(index, text, at + city.stem.length)) {
    cityWritten = skip(city.stem.length);
  }
  const ahead = wardAt(index, text, at);
  if (ahead) at += ahead.length;
  const behind = ahead ? null : wardBehind(index, key, at);
  const outside = cityWritten || ahead ? null : outsideAt(index, text.slice(0, behind?.at), at);
  return {
    postalCode: postal?.code ?? null,
    cityWritten: cityWritten || prefectureWritten,
    ward: ahead?.ward ?? behind?.ward ?? null,
    outerFrom,
    outerTo: at,
    from: at,
    to: behind?.at ?? text.length,
    outside,
  };
}
