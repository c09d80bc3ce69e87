import type { PolygonRings } from './explode.js';

/**
 * One polygon with its edges sorted into horizontal bands, so that a point is tested
 * against the few edges at its latitude instead of all of them.
 *
 * Even-odd rule, half-open: an edge counts for `low ≤ y < high`. Every edge is read from its
 * lower end to its upper one, so two polygons sharing an edge compute the same crossing,
 * and a point on it falls in exactly one of them.
 */
export class PreparedPolygon {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
  /** x, y of the lower end, then of the upper one, edge after edge. */
  readonly #edges: Float64Array;
  /** Edge numbers, band after band; `#bandStart[i]` is where band i begins. */
  readonly #banded: Uint32Array;
  readonly #bandStart: Uint32Array;
  readonly #bandsPerDegree: number;

  constructor(rings: PolygonRings) {
    const edges: number[] = [];
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const ring of rings) {
      for (let i = 0; i < ring.length; i++) {
        const [x, y] = ring[i] as [number, number];
        const [nextX, nextY] = (ring[i + 1] ?? ring[0]) as [number, number];
        west = Math.min(west, x);
        east = Math.max(east, x);
        south = Math.min(south, y);
        north = Math.max(north, y);
        if (y < nextY) edges.push(x, y, nextX, nextY);
        else if (y > nextY) edges.push(nextX, nextY, x, y);
      }
    }
    this.west = west;
    this.south = south;
    this.east = east;
    this.north = north;
    this.#edges = Float64Array.from(edges);

    const edgeCount = edges.length / 4;
    const bandCount = Math.max(1, edgeCount >> 2);
    this.#bandsPerDegree = north > south ? bandCount / (north - south) : 0;
    const start = new Uint32Array(bandCount + 1);
    this.#eachBand(edgeCount, bandCount, (_edge, band) => (start[band + 1] = (start[band + 1] ?? 0) + 1));
    for (let band = 0; band < bandCount; band++) (start[band + 1] as number) += start[band] as number;
    const banded = new Uint32Array(start[bandCount] as number);
    const next = start.slice();
    this.#eachBand(edgeCount, bandCount, (edge, band) => {
      const at = next[band] ?? 0;
      banded[at] = edge;
      next[band] = at + 1;
    });
    this.#banded = banded;
    this.#bandStart = start;
  }

  #eachBand(edgeCount: number, bandCount: number, visit: (edge: number, band: number) => void): void {
    for (let edge = 0; edge < edgeCount; edge++) {
      const first = this.#bandOf(this.#edges[edge * 4 + 1] as number, bandCount);
      const last = this.#bandOf(this.#edges[edge * 4 + 3] as number, bandCount);
      for (let band = first; band <= last; band++) visit(edge, band);
    }
  }

  #bandOf(y: number, bandCount: number): number {
    return Math.min(bandCount - 1, Math.max(0, Math.floor((y - this.south) * this.#bandsPerDegree)));
  }

  /** Longitudes where the parallel at `latitude` crosses an edge, unsorted; always an even number. */
  crossings(latitude: number): number[] {
    const result: number[] = [];
    if (!(latitude >= this.south && latitude < this.north)) return result;
    const edges = this.#edges;
    const band = this.#bandOf(latitude, this.#bandStart.length - 1);
    const end = this.#bandStart[band + 1] as number;
    for (let i = this.#bandStart[band] as number; i < end; i++) {
      const edge = (this.#banded[i] as number) * 4;
      const low = edges[edge + 1] as number;
      const high = edges[edge + 3] as number;
      if (latitude < low || latitude >= high) continue;
      const x = edges[edge] as number;
      result.push(x + (((edges[edge + 2] as number) - x) * (latitude - low)) / (high - low));
    }
    return result;
  }

  contains(longitude: number, latitude: number): boolean {
    if (!(longitude >= this.west && longitude <= this.east)) return false;
    if (!(latitude >= this.south && latitude < this.north)) return false;
    const edges = this.#edges;
    const band = this.#bandOf(latitude, this.#bandStart.length - 1);
    const end = this.#bandStart[band + 1] as number;
    let inside = false;
    for (let i = this.#bandStart[band] as number; i < end; i++) {
      const edge = (this.#banded[i] as number) * 4;
      const low = edges[edge + 1] as number;
      const high = edges[edge + 3] as number;
      if (latitude < low || latitude >= high) continue;
      const x = edges[edge] as number;
      const crossing = x + (((edges[edge + 2] as number) - x) * (latitude - low)) / (high - low);
      if (longitude < crossing) inside = !inside;
    }
    return inside;
  }
}
