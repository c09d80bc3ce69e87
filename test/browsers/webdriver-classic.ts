import { clickActions, keyActions } from './input-actions.js';
import { asExpression, type PageDriver, type WindowDriver } from './page-driver.js';

/** An element as WebDriver names it: an object with one key that stands in the standard. */
type ElementReference = Record<string, string>;

/**
 * A session of WebDriver (https://www.w3.org/TR/webdriver2/) on a driver that listens here.
 * @param server origin of the driver
 */
export async function openClassicSession(server: string, capabilities: object) {
  const { sessionId, capabilities: given } = await send<{
    sessionId: string;
    capabilities: { browserVersion: string };
  }>(server, 'POST', '/session', { capabilities: { alwaysMatch: capabilities } });
  const ask = <T>(method: string, path: string, body?: object) =>
    send<T>(server, method, `/session/${sessionId}${path}`, body);
  return { version: given.browserVersion, window: classicWindow(ask), close: () => ask<null>('DELETE', '') };
}

type Ask = <T>(method: string, path: string, body?: object) => Promise<T>;

async function send<T>(server: string, method: string, path: string, body?: object): Promise<T> {
  const response = await fetch(`${server}${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
  });
  const { value } = (await response.json()) as { value: T };
  if (!response.ok) {
    const { error, message } = value as { error: string; message: string };
    throw new Error(`${method} ${path}: ${error}: ${message}`);
  }
  return value;
}

function classicWindow(ask: Ask): WindowDriver {
  return {
    ...classicPage(ask, []),
    resize: async (width, height) => {
      const measure = () =>
        ask<[number, number]>('POST', '/execute/sync', {
          script: 'return [outerWidth - innerWidth, outerHeight - innerHeight]',
          args: [],
        });
      await ask('POST', '/frame', { id: null });
      const [besides, above] = await measure();
      await ask('POST', '/window/rect', { width: width + besides, height: height + above });
    },
    screenshot: async () => Buffer.from(await ask<string>('GET', '/screenshot'), 'base64'),
    pdf: () => Promise.resolve(null),
  };
}

/** @param frames selectors of the frames on the way from the top */
function classicPage(ask: Ask, frames: readonly string[]): PageDriver {
  const element = (selector: string) =>
    ask<ElementReference>('POST', '/element', { using: 'css selector', value: selector });
  // One session looks into one frame at a time: every command begins at the top.
  const inside = async () => {
    await ask('POST', '/frame', { id: null });
    for (const selector of frames) await ask('POST', '/frame', { id: await element(selector) });
  };
  const here =
    <Given extends unknown[], Answer>(act: (...given: Given) => Promise<Answer>) =>
    async (...given: Given): Promise<Answer> => {
      await inside();
      return act(...given);
    };
  return {
    open: here(async (url: string) => void (await ask('POST', '/url', { url }))),
    evaluate: async (code, ...given) => {
      await inside();
      const script = `const done = arguments[arguments.length - 1];
        Promise.resolve().then(() => ${asExpression(code, given)}).then(
          (value) => done(JSON.stringify({ value })), (error) => done(JSON.stringify({ error: String(error) })));`;
      return answerOf(await ask<string>('POST', '/execute/async', { script, args: [] }));
    },
    press: here(async (...keys) => void (await ask('POST', '/actions', { actions: keyActions(keys) }))),
    clickAt: here(async (x, y) => void (await ask('POST', '/actions', { actions: clickActions(x, y) }))),
    chooseFiles: here(async (selector, paths) => {
      const [id] = Object.values(await element(selector));
      await ask('POST', `/element/${id}/value`, { text: paths.join('\n') });
    }),
    back: here(async () => void (await ask('POST', '/back'))),
    reload: here(async () => void (await ask('POST', '/refresh'))),
    frame: (selector) => Promise.resolve(classicPage(ask, [...frames, selector])),
  };
}

/** What a function in the page answered, or the error it ended with. */
export function answerOf<T>(text: string): T {
  const { value, error } = JSON.parse(text) as { value: T; error?: string };
  if (error !== undefined) throw new Error(`in the page: ${error}`);
  return value;
}
