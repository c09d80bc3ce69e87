import { addProtocol } from 'maplibre-gl';

/**
 * Teaches the engine `pmtiles://` addresses. What reads them is fetched with the first one asked for,
 * so that a page without a network never loads it.
 */
export function registerPmtilesProtocol(): void {
  addProtocol('pmtiles', async (request, abort) => {
    const { tileAnswers } = await import('./archive-reader.js');
    const { data, cacheControl, expires } = await tileAnswers.tile(request, abort);
    return { data: data as object, cacheControl: cacheControl ?? null, expires: expires ?? null };
  });
}
