/** The Node build of gdal3.js, as far as it is used; the package types its browser build only. */
declare module 'gdal3.js/node' {
  export interface GdalDataset {
    pointer: number;
    path: string;
    type: string;
    info: unknown;
  }
  export interface Gdal {
    open(path: string, openOptions?: string[]): Promise<{ datasets: GdalDataset[] }>;
    ogr2ogr(
      dataset: GdalDataset,
      options: string[],
      outputName: string,
    ): Promise<{ local: string; real: string }>;
    close(dataset: GdalDataset): Promise<void>;
  }
  export interface GdalConfig {
    path: string;
    dest: string;
    env: Record<string, string>;
    logHandler: (message: string) => void;
    errorHandler: (message: string) => void;
  }
  export default function initGdalJs(config: GdalConfig): Promise<Gdal>;
}
