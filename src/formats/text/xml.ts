import { ReadFailure } from '../read-failure.js';

/** An element: local name without prefix, attributes, text directly inside, children. */
export interface XmlElement {
  name: string;
  attributes: ReadonlyMap<string, string>;
  text: string;
  children: XmlElement[];
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const deepest = 200;

/**
 * Tags, CDATA and text; comments, instructions and a document type are passed over. The last way is a sign that
 * begins nothing: reading stops there, or a file of such signs would be searched to its end for each of them.
 */
const token =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<!DOCTYPE[^[<>]*(\[[\s\S]*?\][^<>]*)?>|<(\/?)([^\s/<>!?]+)((?:\s+[^\s=>/]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)|</g;

/**
 * Every element of a name, each with all that is inside it, in the order of the text; one at a time is in memory.
 * For workers and Node, where there is no DOMParser. Entities declared by the document are not expanded (no "billion
 * laughs") and nothing outside is fetched.
 * @throws ReadFailure `truncated` where the text ends inside an element, `unreadable` where its tags do not match
 */
export function* elementsNamed(source: string, name: string): Generator<XmlElement> {
  /** Names of the elements that are open; those from `built` on are being built. */
  const open: string[] = [];
  const built: XmlElement[] = [];
  for (const match of source.matchAll(token)) {
    const top = built.at(-1);
    const [whole, cdata, , closing, tag, attributes, empty, text] = match;
    if (cdata !== undefined) {
      if (top) top.text += cdata;
    } else if (text !== undefined) {
      if (top) top.text += decodeEntities(text);
    } else if (tag !== undefined && closing === '/') {
      if (open.pop() !== localName(tag)) throw unreadable(match.index);
      const done = built.pop();
      if (done && built.length === 0) yield done;
    } else if (tag !== undefined) {
      const local = localName(tag);
      if (top || local === name) {
        const element = { name: local, attributes: attributesOf(attributes ?? ''), text: '', children: [] };
        top?.children.push(element);
        if (empty !== '/') built.push(element);
        else if (!top) yield element;
      }
      if (empty !== '/') open.push(local);
      if (open.length > deepest) throw unreadable(match.index);
    } else if (whole === '<')
      // Nothing closes it any more: the text ends inside a tag, a comment or a CDATA section.
      throw source.includes('>', match.index)
        ? unreadable(match.index)
        : new ReadFailure({ reason: 'truncated' });
  }
  if (open.length > 0) throw new ReadFailure({ reason: 'truncated' });
}

function unreadable(index: number): ReadFailure {
  return new ReadFailure({ reason: 'unreadable', detail: `XML, character ${index + 1}` });
}

function localName(tag: string): string {
  return tag.slice(tag.indexOf(':') + 1);
}

function attributesOf(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', double, single] of text.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    found.set(localName(name), decodeEntities(double ?? single ?? ''));
  return found;
}

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x?[\da-f]+|\w+);/gi, (whole, code: string) => {
    // Own names only: `&constructor;` is no sign.
    if (!code.startsWith('#')) return Object.hasOwn(named, code) ? (named[code] ?? whole) : whole;
    const point = /^#x/i.test(code) ? parseInt(code.slice(2), 16) : parseInt(code.slice(1), 10);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

export function childrenNamed(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

export function childText(element: XmlElement, name: string): string | null {
  const child = element.children.find((candidate) => candidate.name === name);
  return child ? child.text.trim() : null;
}

export function descendantsNamed(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...descendantsNamed(child, name),
  ]);
}
