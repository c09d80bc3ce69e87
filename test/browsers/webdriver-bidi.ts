import { WebSocket } from 'ws';
import { clickActions, keyActions } from './input-actions.js';
import { asExpression, type PageDriver, type WindowDriver } from './page-driver.js';
import { answerOf } from './webdriver-classic.js';

/** A command of WebDriver BiDi (https://w3c.github.io/webdriver-bidi/), and its result. */
type Ask = <T>(method: string, params: object) => Promise<T>;

interface Reply {
  id?: number | null;
  type: 'success' | 'error' | 'event';
  result?: unknown;
  error?: string;
  message?: string;
}

/** @param address of the browser's socket: `ws://127.0.0.1:1234` */
export async function openBidiSession(address: string) {
  const { ask, close } = await connect(`${address}/session`);
  const { capabilities } = await ask<{ capabilities: { browserVersion: string } }>('session.new', {
    capabilities: {},
  });
  // The window it opens with has the focus in its address bar.
  const { context } = await ask<{ context: string }>('browsingContext.create', { type: 'tab' });
  await ask('browsingContext.activate', { context });
  return {
    version: capabilities.browserVersion,
    window: bidiWindow(ask, context),
    close: async () => {
      await ask('browser.close', {});
      close();
    },
  };
}

async function connect(address: string): Promise<{ ask: Ask; close(): void }> {
  const socket = new WebSocket(address, { perMessageDeflate: false, maxPayload: 1 << 28 });
  const waiting = new Map<number, (reply: Reply) => void>();
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  socket.on('message', (data: Buffer) => {
    const reply = JSON.parse(data.toString()) as Reply;
    if (typeof reply.id === 'number') waiting.get(reply.id)?.(reply);
  });
  let last = 0;
  const ask = <T>(method: string, params: object) => {
    const id = ++last;
    return new Promise<T>((resolve, reject) => {
      const gone = () => reject(new Error(`${method}: the browser is gone`));
      socket.once('close', gone);
      waiting.set(id, (reply) => {
        waiting.delete(id);
        socket.off('close', gone);
        if (reply.type === 'error') reject(new Error(`${method}: ${reply.error}: ${reply.message}`));
        else resolve(reply.result as T);
      });
      socket.send(JSON.stringify({ id, method, params }));
    });
  };
  return { ask, close: () => socket.close() };
}

function bidiWindow(ask: Ask, context: string): WindowDriver {
  return {
    ...bidiPage(ask, context),
    resize: async (width, height) =>
      void (await ask('browsingContext.setViewport', { context, viewport: { width, height } })),
    screenshot: async () => {
      const { data } = await ask<{ data: string }>('browsingContext.captureScreenshot', { context });
      return Buffer.from(data, 'base64');
    },
    pdf: async () => {
      const { data } = await ask<{ data: string }>('browsingContext.print', { context, background: true });
      return Buffer.from(data, 'base64');
    },
  };
}

function bidiPage(ask: Ask, context: string): PageDriver {
  const act = async (actions: object[]) => void (await ask('input.performActions', { context, actions }));
  const node = async (selector: string) => {
    const locator = { type: 'css', value: selector };
    const { nodes } = await ask<{ nodes: { sharedId: string }[] }>('browsingContext.locateNodes', {
      context,
      locator,
      maxNodeCount: 1,
    });
    const [found] = nodes;
    if (found === undefined) throw new Error(`no ${selector} in the page`);
    return { sharedId: found.sharedId };
  };
  return {
    open: async (url) => void (await ask('browsingContext.navigate', { context, url, wait: 'complete' })),
    evaluate: async (code, ...given) => {
      const expression = `Promise.resolve().then(() => ${asExpression(code, given)}).then(
        (value) => JSON.stringify({ value }), (error) => JSON.stringify({ error: String(error) }))`;
      const { result } = await ask<{ result: { value: string } }>('script.evaluate', {
        expression,
        target: { context },
        awaitPromise: true,
      });
      return answerOf(result.value);
    },
    press: (...keys) => act(keyActions(keys)),
    clickAt: (x, y) => act(clickActions(x, y)),
    chooseFiles: async (selector, files) =>
      void (await ask('input.setFiles', { context, element: await node(selector), files })),
    back: async () => void (await ask('browsingContext.traverseHistory', { context, delta: -1 })),
    reload: async () => void (await ask('browsingContext.reload', { context, wait: 'complete' })),
    frame: async (selector) => {
      const { result } = await ask<{ result: { value: { context: string } } }>('script.callFunction', {
        functionDeclaration: '(frame) => frame.contentWindow',
        arguments: [await node(selector)],
        target: { context },
        awaitPromise: false,
      });
      return bidiPage(ask, result.value.context);
    },
  };
}
