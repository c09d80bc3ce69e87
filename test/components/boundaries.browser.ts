import { describe, expect, it, vi } from 'vitest';
import { show, t } from './show.js';
import Breakable from './Breakable.svelte';

describe('a part that breaks', () => {
  it('says by name what happened, and leaves the rest alone', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const screen = await show(Breakable, {});
    await screen.getByRole('button', { name: 'break' }).click();
    await expect.element(screen.getByRole('alert')).toHaveTextContent('「試し」を表示できません');
    await expect.element(screen.getByRole('alert')).toHaveTextContent('broken on purpose');
    await expect.element(screen.getByText('beside it')).toBeVisible();
    // The focus was in the part: it does not fall to the page's beginning.
    expect(document.activeElement?.closest('[role="alert"]')).not.toBeNull();
  });

  it('offers to save, to empty in two steps, and is shown again with the focus in it', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const onsave = vi.fn();
    const screen = await show(Breakable, { onsave });
    await screen.getByRole('button', { name: 'break' }).click();
    await screen.getByRole('button', { name: t.map.retry }).click();
    // Still broken: it says so again.
    await screen.getByRole('button', { name: t.errors.broken.save }).click();
    expect(onsave).toHaveBeenCalledOnce();
    await screen.getByRole('button', { name: t.errors.broken.clear }).click();
    await expect.element(screen.getByRole('alert')).toBeVisible();
    await screen.getByRole('button', { name: t.errors.broken.sure }).click();
    await expect.element(screen.getByRole('alert')).not.toBeInTheDocument();
    await expect.element(screen.getByRole('button', { name: 'break' })).toHaveFocus();
  });

  it('does not pull the focus to it when the focus was elsewhere', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const screen = await show(Breakable, {});
    await screen.getByRole('button', { name: 'from outside' }).click();
    await expect.element(screen.getByRole('alert')).toBeVisible();
    await expect.element(screen.getByRole('button', { name: 'from outside' })).toHaveFocus();
  });
});
