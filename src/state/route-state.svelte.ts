/** The pages of the app; a new one is added here and nowhere else. */
export const routes = ['map', 'report', 'tables', 'about', 'check', 'tools', 'import'] as const;
export type Route = (typeof routes)[number];

/** Which page of the app is open. Written to the hash as `#/`, `#/report`, `#/tables?layer=…`. */
export class RouteState {
  #place = $state.raw<{ route: Route; layer: string | null }>({ route: 'map', layer: null });

  get route(): Route {
    return this.#place.route;
  }
  /** Layer id of the tables page. */
  get layer(): string | null {
    return this.#place.layer;
  }

  /** Becomes a new entry in the browser's history. */
  go(route: Route, options: { layer?: string | null } = {}): void {
    this.#place = { route, layer: options.layer ?? null };
  }
}
