import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { oldestBrowsers } from '../../build/browsers.js';

const code = readFileSync(new URL('../../public/old-browser.js', import.meta.url), 'utf8');

/** As much of a document as the script uses. */
class FakeElement {
  readonly children: FakeElement[] = [];
  readonly attributes: Record<string, string> = {};
  text = '';
  onclick: (() => void) | null = null;
  readonly tagName: string;
  constructor(name: string) {
    this.tagName = name.toUpperCase();
    if (name === 'script') (this as { noModule?: boolean }).noModule = true;
  }
  parentNode: FakeElement | null = null;
  className = '';
  sheet: object | null = null;
  onload: (() => void) | null = null;
  ended = 0;
  get id(): string {
    return this.attributes['id'] ?? '';
  }
  get href(): string {
    return this.attributes['href'] ?? '';
  }
  get firstChild(): FakeElement | null {
    return this.children[0] ?? null;
  }
  appendChild(child: FakeElement | { text: string }): void {
    if (child instanceof FakeElement) this.insertBefore(child, null);
    else this.text += child.text;
  }
  insertBefore(child: FakeElement, before: FakeElement | null): void {
    child.parentNode = this;
    this.children.splice(before ? this.children.indexOf(before) : this.children.length, 0, child);
  }
  removeChild(child: FakeElement): void {
    this.children.splice(this.children.indexOf(child), 1);
  }
  setAttribute(name: string, value: string): void {
    this.attributes[name] = value;
  }
  getAttribute(name: string): string | null {
    return this.attributes[name] ?? null;
  }
  dispatchEvent(): void {
    this.ended += 1;
  }
  get words(): string {
    return [this.text, ...this.children.map(({ words }) => words)].join(' ');
  }
  all(name: string): FakeElement[] {
    return [...(this.tagName === name ? [this] : []), ...this.children.flatMap((child) => child.all(name))];
  }
}

type Listener = (event: { message?: string; target?: unknown }) => void;

function open(change: (window: Record<string, unknown>) => void = () => undefined) {
  const [html, head, body, app] = ['html', 'head', 'body', 'div'].map((name) => new FakeElement(name)) as [
    FakeElement,
    FakeElement,
    FakeElement,
    FakeElement,
  ];
  app.setAttribute('id', 'app');
  app.appendChild(new FakeElement('noscript'));
  body.appendChild(app);
  const sheets = () => head.all('LINK');
  let tick: () => void = () => undefined;
  const files: unknown[] = [];
  const listeners: Record<string, Listener> = {};
  let reloads = 0;
  const window: Record<string, unknown> = {
    structuredClone: () => undefined,
    AbortSignal: Object.assign(() => undefined, { timeout: () => undefined }),
    CSS: { supports: () => true },
    addEventListener: (type: string, listener: Listener) => (listeners[type] = listener),
    location: { reload: () => (reloads += 1) },
    performance: { getEntriesByType: () => files },
    setInterval: (action: () => void) => (tick = action),
    clearInterval: () => (tick = () => undefined),
    Event: function Event() {},
  };
  change(window);
  const document = {
    documentElement: html,
    head,
    body,
    getElementById: (id: string) =>
      [body, app].flatMap((each) => [each, ...each.children]).find((each) => each.id === id) ?? null,
    querySelector: () => null,
    querySelectorAll: sheets,
    createElement: (name: string) => new FakeElement(name),
    createTextNode: (text: string) => ({ text }),
  };
  const { Object: object = Object, Array: array = Array, RegExp: regExp = RegExp } = window;
  runInNewContext(code, { window, document, Object: object, Array: array, RegExp: regExp, String, Number });
  /** So many seconds pass, in each of which a file comes or not. */
  const pass = (seconds: number, comes = false) => {
    for (let i = 0; i < seconds * 2; i++) {
      if (comes) files.push({});
      tick();
    }
  };
  return { app, html, head, body, listeners, pass, reloads: () => reloads };
}
const kind = (app: FakeElement) => app.all('DIV')[1]?.attributes['data-kind'];

describe('old-browser.js', () => {
  it('is ECMAScript 5: nothing in it is younger', () => {
    const younger = new Set([
      ts.SyntaxKind.ArrowFunction,
      ts.SyntaxKind.TemplateExpression,
      ts.SyntaxKind.NoSubstitutionTemplateLiteral,
      ts.SyntaxKind.ClassDeclaration,
      ts.SyntaxKind.ForOfStatement,
      ts.SyntaxKind.SpreadElement,
      ts.SyntaxKind.ShorthandPropertyAssignment,
      ts.SyntaxKind.MethodDeclaration,
      ts.SyntaxKind.ComputedPropertyName,
      ts.SyntaxKind.ObjectBindingPattern,
      ts.SyntaxKind.ArrayBindingPattern,
      ts.SyntaxKind.AwaitExpression,
      ts.SyntaxKind.YieldExpression,
      ts.SyntaxKind.QuestionDotToken,
      ts.SyntaxKind.QuestionQuestionToken,
      ts.SyntaxKind.AsteriskAsteriskToken,
      ts.SyntaxKind.BigIntLiteral,
    ]);
    const source = ts.createSourceFile('old-browser.js', code, ts.ScriptTarget.Latest, true);
    const found: string[] = [];
    const walk = (node: ts.Node): void => {
      if (younger.has(node.kind)) found.push(node.getText());
      if (ts.isVariableDeclarationList(node) && node.flags & ts.NodeFlags.BlockScoped)
        found.push(node.getText());
      if (ts.isCallExpression(node) && node.arguments.hasTrailingComma) found.push(node.getText());
      if (ts.isParameter(node) && (node.initializer || node.dotDotDotToken)) found.push(node.getText());
      // Optional since ES2019.
      if (ts.isCatchClause(node) && !node.variableDeclaration) found.push(node.getText());
      ts.forEachChild(node, walk);
    };
    walk(source);
    expect(found).toEqual([]);
  });

  it('says nothing where the browser can', () => {
    const { app } = open();
    expect(app.children).toHaveLength(1);
  });

  it.each([
    ['structuredClone', (window: Record<string, unknown>) => delete window['structuredClone']],
    ['AbortSignal.timeout', (window: Record<string, unknown>) => (window['AbortSignal'] = () => undefined)],
    ['CSS.supports', (window: Record<string, unknown>) => delete window['CSS']],
    ['Object.hasOwn', (window: Record<string, unknown>) => (window['Object'] = function old() {})],
    [
      'lookbehind',
      (window: Record<string, unknown>) =>
        (window['RegExp'] = function (this: unknown, pattern: string) {
          if (pattern.startsWith('(?<')) throw new SyntaxError('Invalid group');
        }),
    ],
  ])('speaks two languages, names browsers, tables and a number to call without %s', (_name, remove) => {
    const { app } = open(remove);
    expect(kind(app)).toBe('old');
    expect(app.all('SECTION').map(({ attributes }) => attributes['lang'])).toEqual(['ja', 'en']);
    for (const { words } of app.all('SECTION')) {
      for (const version of Object.values(oldestBrowsers)) expect(words).toContain(version);
      expect(words).toMatch(/92-711-4428/);
    }
    const links = app.all('A').map(({ attributes }) => attributes['href']);
    expect(links).toEqual(['./embed.html', 'tel:+81927114428', './embed.html', 'tel:+81927114428']);
  });

  it('calls a script it cannot read an old browser, and one that did not come a lost one', () => {
    const unread = open();
    unread.listeners['error']?.({ message: 'Uncaught SyntaxError: Unexpected token' });
    expect(kind(unread.app)).toBe('old');
    const lost = open();
    lost.listeners['error']?.({ target: { tagName: 'SCRIPT' } });
    expect(kind(lost.app)).toBe('lost');
    lost.app.all('BUTTON')[0]?.onclick?.();
    expect(lost.reloads()).toBe(1);
    const rejected = open();
    rejected.listeners['unhandledrejection']?.({});
    expect(kind(rejected.app)).toBe('lost');
  });

  it('keeps quiet about a picture, and once the page stands', () => {
    const { app, listeners } = open();
    listeners['error']?.({ target: { tagName: 'IMG' } });
    expect(app.children).toHaveLength(1);
    app.appendChild(new FakeElement('div'));
    listeners['error']?.({ message: 'Uncaught TypeError: x is not a function' });
    expect(app.all('SECTION')).toHaveLength(0);
  });

  it('tells that a part has not come yet when nothing comes for 20 s, and takes it back when the page stands', () => {
    const { app, pass, reloads } = open();
    pass(600, true);
    expect(app.children).toHaveLength(1);
    pass(19);
    expect(app.children).toHaveLength(1);
    pass(2);
    expect(kind(app)).toBe('slow');
    expect(app.words).toContain('まだ届いていません');
    app.all('BUTTON')[0]?.onclick?.();
    expect(reloads()).toBe(1);
    app.appendChild(new FakeElement('main'));
    pass(1);
    expect(app.all('DIV')).toHaveLength(1);
  });

  it('says of a part that failed that it failed, also when it failed before this script was there', () => {
    const { app, html, pass } = open();
    html.setAttribute('data-lost', '');
    pass(1);
    expect(kind(app)).toBe('lost');
    pass(60);
    expect(kind(app)).toBe('lost');
  });

  it('lets nothing wait for a style sheet that hangs, and asks for it again beside the page', () => {
    const { app, head, body, pass } = open();
    const hanging = new FakeElement('link');
    hanging.setAttribute('href', 'page.css');
    head.appendChild(hanging);
    pass(21);
    const [fresh] = head.all('LINK');
    expect(head.all('LINK').map(({ href }) => href)).toEqual(['page.css?again']);
    expect(hanging.ended).toBe(1);
    app.appendChild(new FakeElement('main'));
    pass(60);
    expect(head.all('LINK')).toEqual([fresh]);
    expect(body.children[0]?.attributes['data-kind']).toBe('plain');
    fresh!.sheet = {};
    fresh!.onload?.();
    expect(body.children).toEqual([app]);
  });
});
