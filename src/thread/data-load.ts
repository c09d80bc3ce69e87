import type { DataClient, DataLoaded } from './client.js';
import type { LoadProgress } from '../service/load-layers.js';

/** The data on its way, begun before the page's own code is there. */
export interface DataLoad {
  client: DataClient;
  /** Absolute address of the folder of data files. */
  tilesUrl: string;
  /** Resolves when reports may be asked; rejects when they never can. */
  answerable: Promise<void>;
  /** Resolves when everything has settled. */
  whole: Promise<DataLoaded>;
  /** The same, but rejects when nothing can be answered. */
  loaded: Promise<void>;
  /** Says every layer that has settled, those before this call too. One listener. */
  listen(listener: (progress: LoadProgress) => void): void;
}

/** Starts loading at once. */
export function startLoading(client: DataClient, tilesUrl: string): DataLoad {
  const buffered: LoadProgress[] = [];
  let receive = (progress: LoadProgress): void => void buffered.push(progress);
  let ready: () => void = () => undefined;
  const early = new Promise<void>((resolve) => (ready = resolve));
  const whole = client.load(
    tilesUrl,
    (progress) => receive(progress),
    () => ready(),
  );
  const loaded = whole.then((result) => {
    if (!result.ok) throw new Error(result.reason);
  });
  const answerable = Promise.race([early, loaded]);
  for (const promise of [whole, loaded, answerable]) promise.catch(() => undefined);
  return {
    client,
    tilesUrl,
    answerable,
    whole,
    loaded,
    listen(listener) {
      for (const progress of buffered.splice(0)) listener(progress);
      receive = listener;
    },
  };
}
