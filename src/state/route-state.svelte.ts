/**
 * CONTRACT RouteState: which page of the app is open. Written to the hash as `#/`, `#/report`, `#/tables?layer=…`.
 *   routes   'map' | 'report' | 'tables' | 'about' | 'check' | 'tools' | 'import'  (add here, nowhere else)
 *   .route   current Route (readonly)     .layer   layer id of the tables page | null
 *   .go(route, { layer? })                → a new entry in the browser's history
 */
export const routes = ['map', 'report', 'tables', 'about', 'check', 'tools', 'import'] as const;
export type Route = (typeof routes)[number];

export class RouteState {
  #place = $state.raw<{ route: Route; layer: string | null }>({ route: 'map', layer: null });

  get route(): Route {
    return this.#place.route;
  }
  get layer(): string | null {
    return this.#place.layer;
  }

  go(route: Route, options: { layer?: string | null } = {}): void {
    this.#place = { route, layer: options.layer ?? null };
  }
}
