import { flushSync } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent, type Locator } from 'vitest/browser';
import PanelTabs from '../../src/ui/controls/PanelTabs.svelte';
import LayerPanel from '../../src/ui/layers/LayerPanel.svelte';
import MapLegend from '../../src/ui/legend/MapLegend.svelte';
import DataNotices from '../../src/ui/notices/DataNotices.svelte';
import AppHeader from '../../src/ui/header/AppHeader.svelte';
import HeaderMenu from '../../src/ui/header/HeaderMenu.svelte';
import OfflineNotices from '../../src/ui/notices/OfflineNotices.svelte';
import RefinementNotice from '../../src/ui/notices/RefinementNotice.svelte';
import CoordinateForm from '../../src/ui/search/CoordinateForm.svelte';
import SearchBox from '../../src/ui/search/SearchBox.svelte';
import TownPicker from '../../src/ui/search/TownPicker.svelte';
import type { Candidate } from '../../src/search/candidate.js';
import { newApp, show, t } from './show.js';

const shelters = '指定緊急避難場所';

const candidate = (id: string, name: string) =>
  ({
    id,
    kind: 'town',
    name,
    nameEn: name,
    ward: '中央区',
    position: [130.4, 33.59],
    matchLevel: 'town',
    matched: name,
    rest: '',
    featureRef: null,
    towns: [],
  }) as unknown as Candidate;

describe('menu of a phone', () => {
  const popover = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'popover') ?? {};
  afterEach(() => Object.defineProperty(HTMLElement.prototype, 'popover', popover));

  it.each(['popover', 'a browser that does not know it'])('opens and closes with %s', async (how) => {
    if (how !== 'popover') Reflect.deleteProperty(HTMLElement.prototype, 'popover');
    const screen = await show(AppHeader, { narrow: true, onhelp: () => undefined });
    const link = screen.getByRole('link', { name: t.nav.tables });
    const isShown = (wanted: boolean) =>
      expect.poll(() => link.query()?.checkVisibility() ?? false).toBe(wanted);
    // Not by the mouse: without the page's styles the menu lies anywhere, on its own button too.
    const press = (part: Locator) => (part.element() as HTMLElement).click();
    const button = screen.getByRole('button', { name: t.nav.menu });
    await isShown(false);
    for (const close of [() => userEvent.keyboard('{Escape}'), () => press(link), () => press(button)]) {
      press(button);
      await isShown(true);
      await Promise.resolve(close());
      await isShown(false);
    }
  });
});

describe('search box', () => {
  it('offers what was found, and takes the one that keys lead to', async () => {
    const onchoose = vi.fn();
    const found = [candidate('a', '天神一丁目'), candidate('b', '天神二丁目')];
    const screen = await show(SearchBox, {
      search: () => Promise.resolve({ candidates: found, reason: null } as never),
      onchoose,
    });
    await screen.getByRole('combobox').fill('天神');
    await expect.element(screen.getByRole('option').nth(1)).toHaveTextContent('天神二丁目');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(onchoose).toHaveBeenCalledExactlyOnceWith(found[1]);
    await expect.element(screen.getByRole('combobox')).toHaveAttribute('aria-expanded', 'false');
  });

  it('says that it cannot search when it cannot', async () => {
    const screen = await show(SearchBox, {
      search: () => Promise.reject(new Error('lost')),
      onchoose: () => undefined,
    });
    await screen.getByRole('combobox').fill('天神');
    await expect.element(screen.getByText(t.search.failed).first()).toBeVisible();
  });
});

describe('town list', () => {
  const towns = [
    { id: '1', name: '天神一丁目', ward: '中央区', position: null, feature: { layer: 'towns', id: '1' } },
    { id: '2', name: '唐原一丁目', ward: '東区', position: null, feature: { layer: 'towns', id: '2' } },
  ];
  it('offers the towns of the ward that was chosen', async () => {
    const onchoose = vi.fn();
    const screen = await show(TownPicker, { load: () => Promise.resolve(towns), onchoose });
    const [ward, town] = [screen.getByRole('combobox').nth(0), screen.getByRole('combobox').nth(1)];
    await ward.selectOptions('東区');
    await town.selectOptions('唐原一丁目');
    await screen.getByRole('button').click();
    expect(onchoose).toHaveBeenCalledExactlyOnceWith(towns[1]);
  });

  it('says that the list did not come', async () => {
    const screen = await show(TownPicker, {
      load: () => Promise.reject(new Error('lost')),
      onchoose: () => undefined,
    });
    await expect.element(screen.getByText(t.search.failed)).toBeVisible();
  });
});

describe('coordinates', () => {
  it('understand the digits of a Japanese keyboard', async () => {
    const onsubmit = vi.fn();
    const screen = await show(CoordinateForm, { onsubmit, problem: null });
    await screen.getByLabelText(t.other.latitude).fill('３３．５９');
    await screen.getByLabelText(t.other.longitude).fill('130.4');
    await userEvent.keyboard('{Enter}');
    expect(onsubmit).toHaveBeenCalledExactlyOnceWith(130.4, 33.59);
  });
});

describe('tabs of the panel', () => {
  it('are walked with arrows, round and round', async () => {
    const screen = await show(PanelTabs, { current: 'answer' });
    const tab = (index: number) => screen.getByRole('tab').nth(index);
    await tab(0).click();
    await userEvent.keyboard('{ArrowLeft}');
    await expect.element(tab(2)).toHaveAttribute('aria-selected', 'true');
    await expect.element(tab(2)).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(tab(0)).toHaveFocus();
  });
});

describe('layers', () => {
  it('are switched by their names, and back', async () => {
    const app = newApp();
    const screen = await show(LayerPanel, {}, app);
    const box = screen.getByRole('checkbox', { name: shelters }).first();
    const before = app.layers.isVisible('shelters');
    await box.click();
    expect(app.layers.isVisible('shelters')).toBe(!before);
    await screen.getByRole('button', { name: t.layers.reset }).click();
    expect(app.layers.isVisible('shelters')).toBe(before);
    await expect.element(screen.getByRole('button', { name: t.layers.reset })).toBeDisabled();
  });
});

describe('legend', () => {
  it('follows what is drawn', async () => {
    const app = newApp();
    app.layers.showOnly(['shelters']);
    const screen = await show(MapLegend, {}, app);
    await expect.element(screen.getByText(shelters).first()).toBeVisible();
    flushSync(() => app.layers.showOnly([]));
    await expect.element(screen.getByText(shelters).first()).not.toBeInTheDocument();
  });
});

describe('notices about the data', () => {
  const given = { broken: false, layerTitle: (id: string) => id, onreload: vi.fn() };

  it('tell how far loading has come, and stop when it has', async () => {
    const app = newApp();
    app.load.expect(['wards', 'towns']);
    const screen = await show(DataNotices, given, app);
    await expect.element(screen.getByRole('progressbar')).toHaveAttribute('value', '0');
    flushSync(() => app.load.succeed('wards'));
    flushSync(() => app.load.succeed('towns'));
    await expect.element(screen.getByRole('progressbar')).not.toBeInTheDocument();
  });

  it('show no progress once the part that calculates could not be started', async () => {
    const app = newApp();
    app.load.expect(['wards', 'towns']);
    const screen = await show(DataNotices, { ...given, broken: true }, app);
    await expect.element(screen.getByTestId('broken')).toHaveTextContent(t.errors.worker);
    await expect.element(screen.getByRole('progressbar')).not.toBeInTheDocument();
  });

  it('mark letters of a link that turn the sentence round', async () => {
    const app = newApp();
    app.linkProblems = [{ key: 'l', value: 'a\u202eb', reason: 'unknown-value' }];
    const screen = await show(DataNotices, given, app);
    await expect.element(screen.getByRole('status')).toHaveTextContent('l=a⟨U+202E⟩b');
  });

  it('name a layer that did not come', async () => {
    const app = newApp();
    app.load.expect(['wards']);
    app.load.fail('wards', 'http 500');
    const screen = await show(DataNotices, given, app);
    await expect.element(screen.getByTestId('data-problem')).toHaveTextContent('wards');
  });
});

describe('a refined address', () => {
  it('is offered beside the answer, and taken only when somebody says so', async () => {
    const app = newApp();
    const ontake = vi.fn();
    const offline = candidate('a', '天神一丁目');
    const found: Candidate = { ...candidate('b', '天神一丁目8番1号'), position: [130.401, 33.591] };
    app.selection.select([130.4, 33.59], 'search');
    app.national.refine(offline, () => Promise.resolve({ kind: 'found', candidate: found } as never));
    const screen = await show(RefinementNotice, { ontake }, app);
    await expect.element(screen.getByRole('complementary')).toHaveTextContent('天神一丁目8番1号');
    expect(ontake).not.toHaveBeenCalled();
    await screen.getByRole('button').click();
    expect(ontake).toHaveBeenCalledExactlyOnceWith(found);
  });
});

describe('language and colours', () => {
  it('are chosen in the menu', async () => {
    const app = newApp();
    const screen = await show(HeaderMenu, { onhelp: () => undefined, stacked: true }, app);
    await screen.getByRole('combobox').nth(0).selectOptions('English');
    expect(app.locale.locale).toBe('en');
  });
});

describe('offline notices', () => {
  it('say once that the page is stored', async () => {
    const app = newApp();
    app.offline.markReady();
    const screen = await show(OfflineNotices, {}, app);
    await screen.getByTestId('offline-ready').getByRole('button').click();
    await expect.element(screen.getByTestId('offline-ready')).not.toBeInTheDocument();
  });

  it('change nothing before the reader takes a new version', async () => {
    const app = newApp();
    const apply = vi.fn();
    app.offline.announce('waiting', apply);
    const screen = await show(OfflineNotices, {}, app);
    await expect.element(screen.getByText(t.online.offline.update)).toBeVisible();
    expect(apply).not.toHaveBeenCalled();
    await screen.getByRole('button', { name: t.online.offline.updateNow }).click();
    expect(apply).toHaveBeenCalledTimes(1);
  });
});
