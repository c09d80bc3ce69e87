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
  appendChild(child: FakeElement | { text: string }): void {
    if (child instanceof FakeElement) this.children.push(child);
    else this.text += child.text;
  }
  setAttribute(name: string, value: string): void {
    this.attributes[name] = value;
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
  const app = new FakeElement('div');
  app.appendChild(new FakeElement('noscript'));
  const listeners: Record<string, Listener> = {};
  let reloads = 0;
  const window: Record<string, unknown> = {
    structuredClone: () => undefined,
    AbortSignal: Object.assign(() => undefined, { timeout: () => undefined }),
    CSS: { supports: () => true },
    addEventListener: (type: string, listener: Listener) => (listeners[type] = listener),
    location: { reload: () => (reloads += 1) },
  };
  change(window);
  const document = {
    readyState: 'complete',
    getElementById: () => app,
    createElement: (name: string) => new FakeElement(name),
    createTextNode: (text: string) => ({ text }),
  };
  const { Object: object = Object, Array: array = Array, RegExp: regExp = RegExp } = window;
  runInNewContext(code, { window, document, Object: object, Array: array, RegExp: regExp, String });
  return { app, listeners, reloads: () => reloads };
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
});
