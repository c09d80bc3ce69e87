import type { EmbedEvent, EmbedSession } from '../data/embed-session.svelte.js';
import { patientFetch } from '../../thread/patient-fetch.js';
import { parseOriginList } from './allowed-origins.js';
import { protocolVersion, readCommand, type Command, type Notice } from './protocol.js';

/** The parts of `window` that are needed, so that tests need no browser. */
export interface ChannelWindow {
  readonly parent: { postMessage(message: unknown, targetOrigin: string): void };
  readonly location: { readonly origin: string };
  addEventListener(type: 'message', listener: (event: ChannelMessage) => void): void;
  fetch(address: string): Promise<{ ok: boolean; json(): Promise<unknown> }>;
}
export interface ChannelMessage {
  readonly data: unknown;
  readonly origin: string;
  readonly source: unknown;
}

type Served = Pick<EmbedSession, 'app' | 'setAppearance' | 'show' | 'fly' | 'report'>;

/** The conversation with the page around embed.html (docs/embed.md). Silent until that page says hello. */
export interface ParentChannel {
  tell(event: EmbedEvent): void;
  /** Starts to obey. Before, only hellos are remembered. */
  serve(session: Served): void;
  /** Call when the height may have changed. */
  measure(): void;
}

export interface ChannelOptions {
  /** Where the operator's list of origins lies; read at the first hello. */
  listUrl: string;
  /** Pixels the embed would like to be high; null when it does not matter to it. */
  height: () => number | null;
}

export function openParentChannel(window: ChannelWindow, options: ChannelOptions): ParentChannel {
  if ((window.parent as unknown) === window)
    return { tell: () => undefined, serve: () => undefined, measure: () => undefined };
  return new Channel(window, options);
}

class Channel implements ParentChannel {
  readonly #window: ChannelWindow;
  readonly #options: ChannelOptions;
  #session: Served | null = null;
  #list: Promise<ReadonlySet<string>> | null = null;
  /** Origin of the parent that said hello, and whether it is on the list. */
  #listener: { origin: string; trusted: boolean } | null = null;
  #lastReady: EmbedEvent | null = null;
  #lastHeight = 0;

  constructor(window: ChannelWindow, options: ChannelOptions) {
    this.#window = window;
    this.#options = options;
    window.addEventListener('message', (event) => void this.#hear(event));
  }

  serve(session: Served): void {
    this.#session = session;
  }

  tell(event: EmbedEvent): void {
    if (event.type === 'ready') this.#lastReady = event;
    if (this.#listener?.trusted) this.#say(event);
    this.measure();
  }

  async #hear({ data, origin, source }: ChannelMessage): Promise<void> {
    // Only the page around: not a frame inside it, not a window it opened.
    if (source !== this.#window.parent) return;
    const read = readCommand(data);
    if (!read.ok && !read.ours) return;
    // A sandboxed parent calls itself "null": nobody can be told apart by that name.
    if (origin === 'null' || origin === '') return;
    const trusted = await this.#trusts(origin);
    if (!read.ok) {
      if (trusted) this.#answer(origin, { type: 'refused', reason: 'malformed' });
      return;
    }
    if (read.command.type === 'hello') return this.#greet(origin, trusted);
    if (!trusted) return this.#answer(origin, { type: 'refused', reason: 'origin' });
    await this.#obey(read.command, origin);
  }

  async #trusts(origin: string): Promise<boolean> {
    if (origin === this.#window.location.origin) return true;
    // A list that does not come trusts nobody; nobody who says hello waits for it for ever.
    this.#list ??= patientFetch(() => this.#window.fetch(this.#options.listUrl) as Promise<Response>)(
      this.#options.listUrl,
    )
      .then(async (response) => parseOriginList(response.ok ? await response.json() : null))
      .catch(() => new Set<string>());
    return (await this.#list).has(origin);
  }

  #greet(origin: string, trusted: boolean): void {
    this.#listener = { origin, trusted };
    if (trusted && this.#lastReady) this.#say(this.#lastReady);
    this.#lastHeight = 0;
    this.measure();
  }

  async #obey(command: Command, origin: string): Promise<void> {
    const session = this.#session;
    if (!session) return;
    switch (command.type) {
      case 'hello':
        return;
      case 'fly':
        return session.fly({
          centre: command.centre,
          ...(command.zoom === undefined ? {} : { zoom: command.zoom }),
        });
      case 'layers':
        return this.#showLayers(session, command.layers, origin);
      case 'look':
        return session.setAppearance({
          locale: command.language ?? session.app.locale.locale,
          theme: command.theme ?? session.app.theme.choice,
        });
      case 'report': {
        const answer = await session
          .report(command.position)
          .catch(() => ({ ok: false, problem: 'no-data' }) as const);
        return this.#answer(origin, { type: 'answer', id: command.id, answer });
      }
    }
  }

  #showLayers(session: Served, layers: Extract<Command, { type: 'layers' }>['layers'], origin: string): void {
    const known = new Set(session.app.layers.panel.map(({ id }) => id));
    if (!layers.every(({ id }) => known.has(id)))
      return this.#answer(origin, { type: 'refused', reason: 'unknown-layer' });
    session.show(layers.map(({ id, opacity }) => (opacity === undefined ? { id } : { id, opacity })));
  }

  /** The height the page would like, told when it changed. */
  measure(): void {
    if (!this.#listener) return;
    const heightPixels = this.#options.height();
    if (heightPixels === null || heightPixels === this.#lastHeight) return;
    this.#lastHeight = heightPixels;
    this.#say({ type: 'size', heightPixels });
  }

  #say(notice: Notice): void {
    if (this.#listener) this.#answer(this.#listener.origin, notice);
  }

  #answer(origin: string, notice: Notice): void {
    this.#window.parent.postMessage({ mizumichi: protocolVersion, ...notice }, origin);
  }
}
