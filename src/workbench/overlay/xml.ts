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
 * A small XML reader for KML inside a worker, where there is no DOMParser. Entities declared by the document
 * are not expanded (no "billion laughs") and nothing outside is fetched. Returns null when the tags do not match.
 */
export function parseXml(source: string): XmlElement | null {
  const root: XmlElement = { name: '', attributes: new Map(), text: '', children: [] };
  const open: XmlElement[] = [root];
  const token =
    /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<!DOCTYPE[^[<>]*(\[[\s\S]*?\][^<>]*)?>|<(\/?)([^\s/<>!?]+)((?:\s+[^\s=>/]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)|</g;
  for (const match of source.matchAll(token)) {
    const top = open.at(-1);
    if (!top) return null;
    const [whole, cdata, , closing, tag, attributes, empty, text] = match;
    if (cdata !== undefined) top.text += cdata;
    else if (text !== undefined) top.text += decodeEntities(text);
    else if (tag !== undefined && closing === '/') {
      if (open.length < 2 || top.name !== local(tag)) return null;
      open.pop();
    } else if (tag !== undefined) {
      const element = {
        name: local(tag),
        attributes: attributesOf(attributes ?? ''),
        text: '',
        children: [],
      };
      top.children.push(element);
      if (empty !== '/') open.push(element);
      if (open.length > deepest) return null;
    } else if (whole === '<') return null;
  }
  return open.length === 1 ? (root.children[0] ?? null) : null;
}

function local(tag: string): string {
  return tag.slice(tag.indexOf(':') + 1);
}

function attributesOf(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', double, single] of text.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    found.set(local(name), decodeEntities(double ?? single ?? ''));
  return found;
}

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x?[\da-f]+|\w+);/gi, (whole, code: string) => {
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
