/** The Node build of gdal3.js, as far as it is used; the package types its browser build only. */
declare module 'gdal3.js/node' {
  export interface GdalConfig {
    path: string;
    dest: string;
    env: Record<string, string>;
    logHandler: (message: string) => void;
    errorHandler: (message: string) => void;
  }
  export default function initGdalJs(config: GdalConfig): Promise<unknown>;
}
