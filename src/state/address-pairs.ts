import { visibleText } from '../i18n/shown-text.js';

export type DropReason =
  'unknown-key' | 'unknown-value' | 'repeated' | 'malformed' | 'out-of-range' | 'incomplete' | 'too-long';

/** A part of a link that could not be used, so that the page can say which. */
export interface DroppedPart {
  key: string;
  /** As written, cut to 80 characters. */
  value: string;
  reason: DropReason;
}

/** Notes a part that could not be used. */
export type DropPart = (key: string, value: string, reason: DropReason) => undefined;

/** One `key=value` of an address. */
export interface AddressPair {
  key: string;
  /** As it stands in the address. */
  raw: string;
  /** Decoded; null where it is no percent encoding. */
  value: string | null;
}

/** @param dropped where the parts are noted, cut to a length that can be shown */
export function noteDropped(dropped: DroppedPart[]): DropPart {
  return (key, value, reason): undefined => {
    dropped.push({ key: visibleText(key.slice(0, 80)), value: visibleText(value.slice(0, 80)), reason });
  };
}

/** @param query what follows `?`; empty pieces are passed over, the order stays */
export function readPairs(query: string): AddressPair[] {
  return query
    .split('&')
    .filter((piece) => piece !== '')
    .map((piece) => {
      const equals = piece.indexOf('=');
      const raw = equals < 0 ? '' : piece.slice(equals + 1);
      return { key: equals < 0 ? piece : piece.slice(0, equals), raw, value: decode(raw) };
    });
}

/** A pair as it is written into an address. */
export function writtenPair(key: string, value: string): AddressPair {
  const whole = wholeCharacters(value);
  return { key, raw: encode(whole), value: whole };
}

/** Half a character (a cut, or what somebody sent) cannot be written into an address: it becomes U+FFFD. */
export function wholeCharacters(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

/** `p=130.4,33.59&l=wards`; `readPairs` of it gives the same pairs back. */
export function joinPairs(pairs: readonly AddressPair[]): string {
  return pairs.map(({ key, raw }) => `${key}=${raw}`).join('&');
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** Commas and slashes stay readable; both are allowed in a fragment. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll('%2C', ',').replaceAll('%2F', '/');
}
