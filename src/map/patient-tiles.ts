import type { AddProtocolAction, RequestTransformFunction } from 'maplibre-gl';
import { nationalRasters } from '../catalog/national.js';
import { patientFetch } from '../thread/patient-fetch.js';

/** Addresses of online tiles are asked through here: the engine itself would wait for a silent server for ever. */
const scheme = 'patient+';

export const patientSchemes: readonly string[] = ['http', 'https'].map((protocol) => scheme + protocol);

/** Answers the engine for one of these addresses. */
export const patientTile: AddProtocolAction = async ({ url, cache }, { signal }) => {
  const address = url.slice(scheme.length);
  const response = await patientFetch()(address, { signal, ...(cache && { cache }) });
  // A tile that is not there (404) is none; the engine tells it by its status.
  if (!response.ok)
    throw Object.assign(new Error(`${address}: http-${response.status}`), { status: response.status });
  const { headers } = response;
  return {
    data: await response.arrayBuffer(),
    cacheControl: headers.get('cache-control'),
    expires: headers.get('expires'),
  };
};

/** Hazard maps change without notice and must never be read from a store. */
export const patientTiles: RequestTransformFunction = (url, type) =>
  String(type) === 'Tile' && /^https?:/.test(url)
    ? { url: scheme + url, ...(isNational(url) && { cache: 'no-store' as const }) }
    : { url };

function isNational(url: string): boolean {
  return nationalRasters.some((raster) => url.startsWith(new URL(raster.url).origin));
}
