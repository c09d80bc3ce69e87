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

/** A tag, a run of text, or CDATA; comments, instructions and a document type are passed over. */
type Token =
  | { kind: 'text'; text: string }
  | { kind: 'cdata'; text: string }
  | { kind: 'tag'; closing: boolean; empty: boolean; name: string; attributes: string; index: number };

/** A name, then attributes in quotes; nothing in it can be read in two ways, so nothing is read twice. */
const tag = /<(\/?)([^\s/<>!?]+)((?:\s+[^\s=>/]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/y;

/**
 * What is written, piece by piece. A sign that begins nothing ends the reading at once, or a file of such signs
 * would be searched to its end for each of them: every letter is looked at once.
 */
function* tokensOf(source: string): Generator<Token> {
  for (let at = 0; at < source.length;) {
    if (source[at] !== '<') {
      const next = source.indexOf('<', at);
      const end = next < 0 ? source.length : next;
      yield { kind: 'text', text: source.slice(at, end) };
      at = end;
    } else if (source.startsWith('<!--', at)) at = behind(source, '-->', at + 4, at);
    else if (source.startsWith('<![CDATA[', at)) {
      const end = behind(source, ']]>', at + 9, at);
      yield { kind: 'cdata', text: source.slice(at + 9, end - 3) };
      at = end;
    } else if (source.startsWith('<?', at)) at = behind(source, '?>', at + 2, at);
    else if (source.startsWith('<!DOCTYPE', at)) at = behindDocumentType(source, at);
    else {
      tag.lastIndex = at;
      const match = tag.exec(source);
      if (!match) throw beginsNothing(source, at);
      const [whole, closing, name = '', attributes = '', empty] = match;
      yield { kind: 'tag', closing: closing === '/', empty: empty === '/', name, attributes, index: at };
      at += whole.length;
    }
  }
}

/** Where reading goes on behind the mark that ends what began at `began`. */
function behind(source: string, mark: string, from: number, began: number): number {
  const end = source.indexOf(mark, from);
  if (end < 0) throw beginsNothing(source, began);
  return end + mark.length;
}

/** A document type ends at the first `>` outside its brackets; what is declared in them is looked through once. */
function behindDocumentType(source: string, began: number): number {
  let inBrackets = false;
  for (let at = began + 9; at < source.length; at++) {
    const sign = source[at];
    if (sign === '"' || sign === "'") at = behind(source, sign, at + 1, began) - 1;
    else if (inBrackets && source.startsWith('<!--', at)) at = behind(source, '-->', at + 4, began) - 1;
    else if (inBrackets && source.startsWith('<?', at)) at = behind(source, '?>', at + 2, began) - 1;
    else if (sign === '[') inBrackets = true;
    else if (sign === ']') inBrackets = false;
    else if (!inBrackets && sign === '<') break;
    else if (!inBrackets && sign === '>') return at + 1;
  }
  throw beginsNothing(source, began);
}

/** Where nothing closes it any more, the text ends inside a tag, a comment or a CDATA section. */
function beginsNothing(source: string, at: number): ReadFailure {
  return source.includes('>', at) ? unreadable(at) : new ReadFailure({ reason: 'truncated' });
}

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
  for (const token of tokensOf(source)) {
    const top = built.at(-1);
    if (token.kind === 'cdata' || token.kind === 'text') {
      if (top) top.text += token.kind === 'cdata' ? token.text : decodeEntities(token.text);
    } else if (token.closing) {
      if (open.pop() !== localName(token.name)) throw unreadable(token.index);
      const done = built.pop();
      if (done && built.length === 0) yield done;
    } else {
      const isOpen = !token.empty;
      const local = localName(token.name);
      if (top || local === name) {
        const element = { name: local, attributes: attributesOf(token.attributes), text: '', children: [] };
        top?.children.push(element);
        if (isOpen) built.push(element);
        else if (!top) yield element;
      }
      if (isOpen) open.push(local);
      if (open.length > deepest) throw unreadable(token.index);
    }
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
