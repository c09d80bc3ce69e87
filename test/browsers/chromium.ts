import { chromium, type Frame, type Page } from '@playwright/test';
import { chromiumFlags } from '../../scripts/ensure.mjs';
import { asExpression, type PageDriver, type RunningEngine } from './page-driver.js';

/** Chromium: what every other test runs in, here beside the others so that a difference shows. */
export async function startChromium(executablePath: string): Promise<RunningEngine> {
  const browser = await chromium.launch({ executablePath, args: chromiumFlags });
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const page = await context.newPage();
  return {
    version: browser.version(),
    window: {
      ...chromiumPage(page, page.mainFrame()),
      resize: (width, height) => page.setViewportSize({ width, height }),
      screenshot: () => page.screenshot(),
      pdf: () => page.pdf({ printBackground: true }),
    },
    close: () => browser.close(),
  };
}

function chromiumPage(page: Page, frame: Frame): PageDriver {
  return {
    open: async (address) => void (await page.goto(address)),
    evaluate: (code, ...given) => frame.evaluate(asExpression(code, given)),
    press: async (...keys) => {
      for (const key of keys)
        if (key.length === 1 && key.charCodeAt(0) > 0x7e) await page.keyboard.insertText(key);
        else await page.keyboard.press(key);
    },
    clickAt: async (x, y) => {
      const corner = await cornerOf(page, frame);
      await page.mouse.click(corner.x + x, corner.y + y);
    },
    chooseFiles: (selector, paths) => frame.setInputFiles(selector, [...paths]),
    back: async () => void (await page.goBack()),
    reload: async () => void (await page.reload()),
    frame: async (selector) => {
      const inner = await (await frame.waitForSelector(selector)).contentFrame();
      if (inner === null) throw new Error(`${selector} is no frame`);
      return chromiumPage(page, inner);
    },
  };
}

async function cornerOf(page: Page, frame: Frame): Promise<{ x: number; y: number }> {
  if (frame === page.mainFrame()) return { x: 0, y: 0 };
  const box = await (await frame.frameElement()).boundingBox();
  if (box === null) throw new Error('the frame is not on screen');
  return { x: box.x, y: box.y };
}
