/** What a person sees and does on a page, in words that hold for every engine. Every look waits until it is so. */
import { vi } from 'vitest';
import type { PageDriver } from './page-driver.js';

const until = <T>(look: () => Promise<T>): Promise<T> => vi.waitFor(look, { timeout: 90_000, interval: 50 });

interface Found {
  text: string;
  /** The middle of it, in CSS pixels. */
  x: number;
  y: number;
  /** What lies on it there; empty where nothing does. */
  covered: string;
}

/**
 * The first element on screen, or to be scrolled to.
 * @param selector of CSS; ` >>> ` goes into a shadow root
 * @param words in its text, its value or its label
 */
function find(page: PageDriver, selector: string, words: string, into: boolean): Promise<Found | null> {
  return page.evaluate(
    (path, sought, scroll) => {
      const [last = '', ...outer] = path.split(' >>> ').reverse();
      let roots: (Document | ShadowRoot)[] = [document];
      for (const step of outer.reverse())
        roots = roots.flatMap((root) =>
          [...root.querySelectorAll(step)].flatMap(({ shadowRoot }) => (shadowRoot ? [shadowRoot] : [])),
        );
      for (const root of roots)
        for (const element of root.querySelectorAll<HTMLElement>(last)) {
          const said = [element.textContent, element.getAttribute('aria-label') ?? ''];
          if ('value' in element) said.push(String(element.value));
          const text = said.join(' ').replace(/\s+/g, ' ').trim();
          if (!text.includes(sought) || !element.checkVisibility({ visibilityProperty: true })) continue;
          if (scroll) element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
          const { left, top, width, height } = element.getBoundingClientRect();
          const [x, y] = [left + width / 2, top + height / 2];
          const above = root.elementFromPoint(x, y);
          const free = above !== null && (element.contains(above) || above.contains(element));
          return {
            text,
            x,
            y,
            covered: free ? '' : (above?.outerHTML.slice(0, 200) ?? 'outside the window'),
          };
        }
      return null;
    },
    selector,
    words,
    into,
  );
}

const named = (selector: string, words: string) => (words === '' ? selector : `${selector} with “${words}”`);

/** Waits until it is on the page. @returns its text */
export function see(page: PageDriver, selector: string, words = ''): Promise<string> {
  return until(async () => {
    const found = await find(page, selector, words, false);
    if (found === null)
      throw new Error(`not seen: ${named(selector, words)}; ${await instead(page, selector)}`);
    return found.text;
  });
}

/** What the places say that were looked at, for the one who reads of a failure. */
async function instead(page: PageDriver, selector: string): Promise<string> {
  const found = await find(page, selector, '', false);
  return found === null ? 'nothing like it' : `instead: ${found.text.slice(0, 300)}`;
}

/** Waits until it is not, or no longer, on the page. */
export async function notSee(page: PageDriver, selector: string, words = ''): Promise<void> {
  await until(async () => {
    if ((await find(page, selector, words, false)) !== null)
      throw new Error(`still seen: ${named(selector, words)}`);
  });
}

/** Clicks the middle of it, once nothing lies on it and it has come to rest. */
export async function click(page: PageDriver, selector: string, words = ''): Promise<void> {
  let before: Found | null = null;
  const { x, y } = await until(async () => {
    const found = await find(page, selector, words, true);
    const former = before;
    before = found;
    if (found === null) throw new Error(`not there to click: ${named(selector, words)}`);
    if (found.covered !== '') throw new Error(`${named(selector, words)} lies under ${found.covered}`);
    const still = former !== null && Math.hypot(former.x - found.x, former.y - found.y) <= 1;
    if (!still) throw new Error(`${named(selector, words)} moves`);
    return found;
  });
  await page.clickAt(x, y);
}

/** Clicks into a field and types letter by letter. */
export async function type(page: PageDriver, selector: string, text: string): Promise<void> {
  await click(page, selector);
  await see(page, `${selector}:focus`);
  await page.press(...text);
}

/** Chooses in a list; the list itself is drawn by the system, outside the page. */
export async function select(page: PageDriver, selector: string, value: string): Promise<void> {
  await see(page, selector);
  await page.evaluate(
    (path, wanted) => {
      const list = document.querySelector<HTMLSelectElement>(path);
      if (list === null) throw new Error(`no ${path}`);
      list.focus();
      list.value = wanted;
      for (const kind of ['input', 'change']) list.dispatchEvent(new Event(kind, { bubbles: true }));
    },
    selector,
    value,
  );
}

/** Waits until a function in the page answers with what is wanted. */
export async function expectInPage<Given extends unknown[], Answer>(
  page: PageDriver,
  wanted: Answer,
  ask: (...given: Given) => Answer,
  ...given: Given
): Promise<void> {
  await until(async () => {
    const answer: unknown = await page.evaluate(ask, ...given);
    if (JSON.stringify(answer) !== JSON.stringify(wanted))
      throw new Error(`${JSON.stringify(answer)} instead of ${JSON.stringify(wanted)}`);
  });
}

/** Goes on pressing Tab until something has the focus. @returns how often */
export async function tabTo(page: PageDriver, selector: string, most = 60): Promise<number> {
  const there = () => page.evaluate((path) => document.querySelector(`${path}:focus`) !== null, selector);
  for (let presses = 0; presses <= most; presses++) {
    if (await there()) return presses;
    await page.press('Tab');
  }
  throw new Error(`${most} times Tab did not lead to ${selector}`);
}
