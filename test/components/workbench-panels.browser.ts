import { describe, expect, it, vi } from 'vitest';
import { messages as words } from '../../src/i18n/generated/workbench/ja.js';
import { WorkbenchStore } from '../../src/workbench/project/workbench-store.js';
import { WorkbenchState } from '../../src/workbench/workbench-state.svelte.js';
import { show, t } from './show.js';
import WithWorkbench from './WithWorkbench.svelte';

/** What a panel reads first: when that is not what it should be, the panel cannot be drawn. */
const needs = {
  overlays: 'overlays',
  trunk: 'trunk',
  measure: 'sketch',
  runoff: 'runoff',
  profile: 'network',
  sites: 'sites',
  compare: 'overlays',
  print: 'print',
  project: 'overlays',
} as const satisfies Record<keyof typeof words.tabs, keyof WorkbenchState>;
const tabs = Object.keys(words.tabs) as (keyof typeof words.tabs)[];

let count = 0;
const newWorkbench = () => new WorkbenchState(new WorkbenchStore(`panels-${count++}`));

describe('workbench panels', () => {
  it.each(tabs)('%s breaks by itself: the others open, and there are ways out', async (tab) => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const workbench = newWorkbench();
    let isBroken = false;
    const property = needs[tab];
    const whole = workbench[property];
    Object.defineProperty(workbench, property, {
      configurable: true,
      get() {
        if (isBroken) throw new Error(`${property} broken on purpose`);
        return whole;
      },
    });
    const screen = await show(WithWorkbench, { workbench });
    const open = (name: keyof typeof words.tabs) =>
      screen.getByRole('tab', { name: words.tabs[name], exact: true }).click();
    // The first panel is open from the beginning; the broken one is opened when its state is broken.
    await open(tab === 'sites' ? 'runoff' : 'sites');
    if (tab === 'overlays') {
      await screen.unmount();
      isBroken = true;
      await show(WithWorkbench, { workbench });
    } else {
      isBroken = true;
      await open(tab);
    }
    const alert = screen.getByRole('alert').filter({ hasText: `「${words.tabs[tab]}」を表示できません` });
    await expect.element(alert).toBeVisible();
    await expect.element(alert.getByRole('button', { name: t.errors.broken.save })).toBeVisible();
    const other = tab === 'sites' ? 'runoff' : 'sites';
    await open(other);
    await expect.element(screen.getByRole('tabpanel', { name: words.tabs[other] })).toBeVisible();
    isBroken = false;
    await open(tab);
    await alert.getByRole('button', { name: t.map.retry }).click();
    await expect.element(screen.getByTestId('broken-part')).not.toBeInTheDocument();
    await expect
      .element(screen.getByRole('tabpanel', { name: words.tabs[tab] }).getByRole('heading').first())
      .toBeVisible();
  });

  it('names that turn text round are shown as what they are', async () => {
    const workbench = newWorkbench();
    const geometry = { type: 'Point' as const, coordinates: [130.4, 33.59] };
    workbench.setSketch([{ id: 's', kind: 'point', name: '人孔\u202eexe', geometry }]);
    const screen = await show(WithWorkbench, { workbench });
    await screen.getByRole('tab', { name: words.tabs.measure, exact: true }).click();
    await expect.element(screen.getByText('人孔⟨U+202E⟩exe', { exact: true })).toBeVisible();
    await expect
      .element(screen.getByRole('button', { name: words.measure.delete({ name: '人孔⟨U+202E⟩exe' }) }))
      .toBeVisible();
  });
});
