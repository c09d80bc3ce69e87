import type { Position, BoundingBox } from '../geometry/position.js';

export interface View {
  /** [longitude, latitude] in degrees */
  centre: Position;
  zoom: number;
}

export type ViewRequest = { animate: boolean } & (
  { kind: 'point'; centre: Position; zoom: number | null } | { kind: 'box'; box: BoundingBox }
);

/** What the map shows. The map writes it after every move; others ask for a move, and the map obeys when it is there. */
export class ViewState {
  #opening = $state.raw<View>({ centre: [0, 0], zoom: 0 });
  #centre = $state.raw<Position>([0, 0]);
  #zoom = $state(0);
  #bearing = $state(0);
  #request = $state.raw<ViewRequest | null>(null);
  /** The move that `openAt` asked for last. */
  #reopening: ViewRequest | null = null;

  constructor(opening: View) {
    this.#opening = opening;
    this.#centre = opening.centre;
    this.#zoom = opening.zoom;
  }

  /** Of the city: centre and zoom a page opens with. */
  get opening(): View {
    return this.#opening;
  }
  get centre(): Position {
    return this.#centre;
  }
  get zoom(): number {
    return this.#zoom;
  }
  /** Degrees clockwise; 0 = north up. */
  get bearing(): number {
    return this.#bearing;
  }
  /** The move asked for last; the map reads it. */
  get request(): ViewRequest | null {
    return this.#request;
  }
  /** False until the view differs from the opening view by more than a map that is drawn moves it by itself. */
  get moved(): boolean {
    const { centre, zoom } = this.opening;
    return (
      Math.abs(this.#zoom - zoom) >= 0.02 ||
      this.#centre.some((degrees, axis) => Math.abs(degrees - (centre[axis] ?? 0)) >= 0.0005)
    );
  }

  /** Opens with another view than was thought; a map that was moved, or asked to move, already stays where it is. */
  openAt(opening: View): void {
    if (!this.moved && this.#request === this.#reopening) {
      this.record(opening);
      this.goTo({ ...opening, animate: false });
      this.#reopening = this.#request;
    }
    this.#opening = opening;
  }

  /** A fresh object each time, so that asking twice for the same place moves twice. */
  goTo(target: { centre: Position; zoom?: number; animate?: boolean }): void {
    this.#request = {
      kind: 'point',
      centre: target.centre,
      zoom: target.zoom ?? null,
      animate: target.animate ?? true,
    };
  }

  /** Asks the map to show a box. */
  fit(box: BoundingBox, animate = true): void {
    this.#request = { kind: 'box', box, animate };
  }

  /** Asks for the opening view. */
  home(): void {
    this.goTo({ centre: this.opening.centre, zoom: this.opening.zoom });
  }

  /** Written by the map after it moved. Without a map (no WebGL) the address bar writes it. */
  record(view: View & { bearing?: number }): void {
    this.#centre = view.centre;
    this.#zoom = view.zoom;
    this.#bearing = view.bearing ?? 0;
  }
}
