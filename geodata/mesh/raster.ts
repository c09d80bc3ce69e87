/** Size of a raster cell; the outline drawn from it is good to about half of it. */
export const cellMeters = 25;

/** Grid of sample points; metres from the grid origin of ./grid.ts. */
export interface Raster {
  columns: number;
  rows: number;
  west: number;
  south: number;
}
