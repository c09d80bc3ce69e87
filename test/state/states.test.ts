import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/catalog/layers.js';
import type { SiteReport } from '../../src/report/site-report-types.js';
import { AppState } from '../../src/state/app-state.svelte.js';
import { LayerState } from '../../src/state/layer-state.svelte.js';
import { LoadState } from '../../src/state/load-state.svelte.js';
import { LocaleState } from '../../src/state/locale-state.svelte.js';
import { NetworkStatus } from '../../src/state/network-status.svelte.js';
import { ReportState } from '../../src/state/report-state.svelte.js';
import { SelectionState } from '../../src/state/selection-state.svelte.js';
import { ThemeState } from '../../src/state/theme-state.svelte.js';
import { applyHash, shareHash } from '../../src/state/url-sync.svelte.js';
import { ViewState } from '../../src/state/view-state.svelte.js';

const panel = catalogue.filter(({ base, optional }) => !base && !optional);
const [first, second] = panel.map(({ id }) => id) as [string, string];

describe('LayerState', () => {
  it('starts as the catalogue wishes and comes back to it', () => {
    const layers = new LayerState(catalogue);
    const wished = panel.filter(({ visible }) => visible).map(({ id }) => id);
    expect(layers.shown.map(({ id }) => id)).toEqual(wished);
    expect(layers.isDefault).toBe(true);
    layers.toggle(first);
    layers.setOpacity(second, 0.3);
    expect(layers.isDefault).toBe(false);
    layers.reset();
    expect(layers.isDefault).toBe(true);
    expect(layers.opacityOf(second)).toBe(panel[1]?.opacity);
  });

  it('keeps the order of the catalogue, whatever is switched first', () => {
    const layers = new LayerState(catalogue);
    layers.showOnly([]);
    for (const { id } of [...panel].reverse()) layers.toggle(id);
    expect(layers.shown.map(({ id }) => id)).toEqual(panel.map(({ id }) => id));
  });

  it('gives back the choices it wrote', () => {
    const layers = new LayerState(catalogue);
    layers.showOnly([first, second]);
    layers.setOpacity(second, 0.256);
    const choices = layers.choices();
    expect(choices).toEqual([{ id: first }, { id: second, opacity: 0.26 }]);
    const other = new LayerState(catalogue);
    other.applyChoices([...choices, { id: 'gone' }]);
    expect(other.choices()).toEqual(choices);
  });

  it('offers an optional layer only where its data is, and then as it was wished before', () => {
    const optional = catalogue.find((entry) => entry.optional)!;
    const absent = new LayerState(catalogue);
    absent.setVisible(optional.id, true);
    for (const list of [absent.panel, absent.offered, absent.shown])
      expect(list.map(({ id }) => id)).not.toContain(optional.id);
    expect(absent.isVisible(optional.id)).toBe(false);
    const here = new LayerState(catalogue, (id) => id === optional.id);
    expect(here.panel.map(({ id }) => id)).toContain(optional.id);
    here.applyChoices([{ id: optional.id }]);
    expect(here.choices()).toEqual([{ id: optional.id }]);
    expect(here.absent).toEqual([]);
  });

  it('keeps what a link asks for until its data has come, and names what never came', () => {
    const optional = catalogue.find((entry) => entry.optional)!;
    const brought = new Set<string>();
    const layers = new LayerState(catalogue, (id) => brought.has(id));
    expect(layers.linkableIds).toContain(optional.id);
    layers.applyChoices([{ id: first }, { id: optional.id, opacity: 0.4 }]);
    expect(layers.choices()).toContainEqual({ id: optional.id, opacity: 0.4 });
    expect(layers.absent).toEqual([optional.id]);
    expect(layers.isDefault).toBe(false);
    layers.reset();
    expect(layers.absent).toEqual([]);
    expect(layers.isDefault).toBe(true);
  });

  it('keeps opacity within 0–1 and refuses what is no number or no layer', () => {
    const layers = new LayerState(catalogue);
    layers.setOpacity(first, 7);
    expect(layers.opacityOf(first)).toBe(1);
    layers.setOpacity(first, -1);
    expect(layers.opacityOf(first)).toBe(0);
    expect(() => layers.setOpacity(first, Number.NaN)).toThrow('not a number');
    expect(() => layers.toggle('nowhere')).toThrow('no layer "nowhere"');
    expect(() => layers.toggle('wards')).toThrow('no layer "wards"');
  });
});

describe('ReportState', () => {
  const report = (ward: string) => ({ ward }) as SiteReport;

  it('lets a later question win over an earlier answer', async () => {
    const state = new ReportState();
    let answerFirst = (_: string) => {};
    const waiting = new Promise<string>((resolve) => (answerFirst = resolve));
    const one = state.ask([130, 33], async () => ({ ok: true, report: report(await waiting) }));
    const two = state.ask([131, 33], () => Promise.resolve({ ok: true, report: report('later') }));
    await two;
    answerFirst('earlier');
    await one;
    expect(state.report?.ward).toBe('later');
    expect(state.position).toEqual([131, 33]);
  });

  it('keeps the former answer while the next is on its way', async () => {
    const state = new ReportState();
    await state.ask([130, 33], () => Promise.resolve({ ok: true, report: report('former') }));
    const next = state.ask([131, 33], () => Promise.resolve({ ok: true, report: report('next') }));
    expect([state.status, state.report?.ward]).toEqual(['loading', 'former']);
    await next;
    expect([state.status, state.report?.ward]).toEqual(['ready', 'next']);
  });

  it('tells a wrong position from a broken worker', async () => {
    const state = new ReportState();
    await state.ask([33, 130], () => Promise.resolve({ ok: false, problem: 'swapped', position: [33, 130] }));
    expect([state.status, state.problem, state.report]).toEqual(['problem', 'swapped', null]);
    await state.ask([130, 33], () => Promise.reject(new Error('worker gone')));
    expect([state.status, state.failure, state.problem]).toEqual(['failed', 'worker gone', null]);
    state.clear();
    expect([state.status, state.failure, state.position]).toEqual(['idle', null, null]);
  });

  it('does not answer after it was cleared', async () => {
    const state = new ReportState();
    const asked = state.ask([130, 33], () => Promise.resolve({ ok: true, report: report('late') }));
    state.clear();
    await asked;
    expect([state.status, state.report]).toEqual(['idle', null]);
  });
});

describe('small states', () => {
  it('rounds a selection to what an address keeps', () => {
    const selection = new SelectionState();
    selection.select([130.123456789, 33.987654321], 'map', { layer: first, id: 'x' });
    expect(selection.position).toEqual([130.123457, 33.987654]);
    selection.selectFeature({ layer: first, id: 'y' }, 'list');
    expect([selection.position, selection.feature?.id, selection.source]).toEqual([null, 'y', 'list']);
    selection.clear();
    expect([selection.position, selection.feature, selection.source]).toEqual([null, null, null]);
  });

  it('makes a new wish each time, even for the same place', () => {
    const view = new ViewState({ centre: [130.4, 33.6], zoom: 11 });
    view.goTo({ centre: [130.5, 33.6], zoom: 14 });
    const wish = view.request;
    view.goTo({ centre: [130.5, 33.6], zoom: 14 });
    expect(view.request).toEqual(wish);
    expect(view.request).not.toBe(wish);
    expect(view.moved).toBe(false);
    view.record({ centre: [130.5, 33.6], zoom: 14 });
    expect(view.moved).toBe(true);
  });

  it('finds the first language it speaks', () => {
    expect(LocaleState.preferred(['fr-FR', 'zh-TW', 'en'])).toBe('zh');
    expect(LocaleState.preferred(['constructor', 'KO'])).toBe('ko');
    expect(LocaleState.preferred([])).toBe('ja');
    expect(new LocaleState('easy').tag).toBe('ja');
  });

  it('follows the system’s theme until told otherwise', () => {
    const listeners = new Set<() => void>();
    const query = {
      matches: true,
      addEventListener: (_: 'change', listener: () => void) => void listeners.add(listener),
      removeEventListener: (_: 'change', listener: () => void) => void listeners.delete(listener),
    };
    const theme = new ThemeState();
    const stop = theme.follow(query);
    expect(theme.resolved).toBe('dark');
    query.matches = false;
    listeners.forEach((listener) => listener());
    expect(theme.resolved).toBe('light');
    theme.choice = 'dark';
    expect(theme.resolved).toBe('dark');
    stop();
    expect(listeners.size).toBe(0);
  });

  it('notices the network going and coming', () => {
    const listeners = new Map<string, () => void>();
    const navigator = { onLine: true };
    const online = new NetworkStatus();
    const stop = online.follow(
      {
        addEventListener: (type, listener) => void listeners.set(type, listener),
        removeEventListener: (type) => void listeners.delete(type),
      },
      navigator,
    );
    navigator.onLine = false;
    listeners.get('offline')?.();
    expect(online.online).toBe(false);
    stop();
    expect(listeners.size).toBe(0);
  });

  it('counts a failed file as settled, and takes it back', () => {
    const load = new LoadState();
    expect(load.complete).toBe(true);
    load.expect(['a', 'b', 'c', 'd']);
    load.succeed('a');
    load.fail('b', 'http-404');
    expect([load.progress, load.failed, load.failures.get('b')]).toEqual([0.5, true, 'http-404']);
    load.retry('b');
    expect([load.progress, load.failed]).toEqual([0.25, false]);
    for (const id of ['b', 'c', 'd']) load.succeed(id);
    expect(load.complete).toBe(true);
    load.dataVersion = 'aaaaaaaaaaaa';
    load.linkedVersion = 'bbbbbbbbbbbb';
    expect(load.versionDiffers).toBe(true);
  });
});

describe('state and address', () => {
  const defaults = { locale: 'ja', theme: 'system' } as const;
  const fresh = () => new AppState({ catalogue, opening: { centre: [130.4, 33.59], zoom: 11.6 } });

  it('takes over a link, and gives the same link back', () => {
    const app = fresh();
    const hash = `#/report?p=130.4017,33.5902&f=${first}/chubu&c=130.4,33.6&z=14.5&l=${first}.60,${second}&cv=safe&lang=en&theme=dark&b=gsi-photo&v=0123456789ab`;
    applyHash(app, hash, defaults);
    expect(app.selection.source).toBe('url');
    expect(app.view.request).toMatchObject({ kind: 'point', zoom: 14.5, animate: false });
    expect(app.layers.opacityOf(first)).toBe(0.6);
    expect(app.basemap.thirdParty).toBe(true);
    expect(app.load.linkedVersion).toBe('0123456789ab');
    app.load.dataVersion = '0123456789ab';
    expect(shareHash(app)).toBe(hash);
  });

  it('keeps national maps in the link, and never switches them on for its reader', () => {
    const sender = fresh();
    sender.national.enabled = true;
    sender.national.toggle('national-tsunami');
    sender.national.toggle('national-inland');
    sender.national.setOpacity('national-inland', 0.404);
    const hash = shareHash(sender);
    expect(hash).toContain('n=inland.40,tsunami&');
    const reader = fresh();
    applyHash(reader, hash, defaults);
    expect([reader.national.enabled, reader.national.shown]).toEqual([false, []]);
    reader.national.enabled = true;
    expect(reader.national.shown).toEqual(sender.national.shown);
    expect(reader.national.opacityOf('national-inland')).toBe(0.4);
    applyHash(reader, '#/', defaults);
    expect(reader.national.choices()).toEqual([]);
  });

  it('gives every choice of layers back from its own link, whatever was shown before', () => {
    const ids = fresh().layers.panel.map(({ id }) => id);
    const choices = fc.uniqueArray(
      fc.tuple(fc.constantFrom(...ids), fc.option(fc.integer({ min: 0, max: 100 }), { nil: null })),
      { selector: ([id]) => id },
    );
    const shownBy = (app: AppState) =>
      app.layers.shown.map(({ id }) => [id, app.layers.opacityOf(id)] as const);
    fc.assert(
      fc.property(choices, choices, (wanted, before) => {
        const [sender, reader] = [fresh(), fresh()];
        for (const [app, list] of [
          [sender, wanted],
          [reader, before],
        ] as const) {
          app.layers.showOnly(list.map(([id]) => id));
          for (const [id, percent] of list) if (percent !== null) app.layers.setOpacity(id, percent / 100);
        }
        applyHash(reader, shareHash(sender), defaults);
        expect(shownBy(reader)).toEqual(shownBy(sender));
        expect(shareHash(reader)).toBe(shareHash(sender));
      }),
    );
  });

  it('goes back to the defaults where the address is silent, but leaves the view alone', () => {
    const app = fresh();
    applyHash(app, `#/tables?layer=${first}&lang=ko&theme=dark&l=&p=130.4,33.6&c=130.3,33.5&z=13`, defaults);
    applyHash(app, '#/', defaults);
    expect([app.route.route, app.route.layer, app.locale.locale, app.theme.choice]).toEqual([
      'map',
      null,
      'ja',
      'system',
    ]);
    expect(app.layers.isDefault).toBe(true);
    expect(app.selection.position).toBeNull();
    expect(app.view.centre).toEqual([130.3, 33.5]);
  });

  it('does not select again what is selected', () => {
    const app = fresh();
    app.selection.select([130.4, 33.6], 'map');
    applyHash(app, '#/?p=130.4,33.6', defaults);
    expect(app.selection.source).toBe('map');
  });

  it('says which parts of a link it could not use', () => {
    const app = fresh();
    applyHash(app, '#/?p=here&lang=en', defaults);
    expect(app.linkProblems).toEqual([{ key: 'p', value: 'here', reason: 'malformed' }]);
    expect(app.locale.locale).toBe('en');
  });
});
