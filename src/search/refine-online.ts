import type { Candidate } from './candidate.js';
import type { WardComparison } from './national.js';
import { compareWards, nationalSearchUrl, parseNationalResponse } from './national.js';
import type { SearchIndex } from './search-index.js';

/** Fetches JSON from an address; rejects when the network does. */
export type FetchJson = (url: string) => Promise<unknown>;

/** Farther from a town's point than this, a place is not in that town, whatever its title says. */
const townReachMeters = 2000;
/** The same for 大字 and groups of towns. */
const areaReachMeters = 6000;
/** A house lies in its block: farther off than several times its accuracy it is another one. */
const blockReaches = 4;

function isUsable(offline: Candidate, { agreement, apartMeters }: WardComparison): boolean {
  if (agreement === 'same-ward') return offline.towns.length === 0;
  const block = offline.matchLevel === 'block' ? blockReaches * (offline.accuracyMeters ?? 0) : null;
  const reach = block ?? (offline.matchLevel === 'town' ? townReachMeters : areaReachMeters);
  return agreement === 'same-town' && (apartMeters === null || apartMeters <= reach);
}

/**
 * Asks the service through `fetchJson` and keeps the answers that agree with the offline candidate,
 * as `block`-level candidates in the service's order. A failed request is a value with its reason.
 */
export async function refineOnline(
  index: SearchIndex,
  query: string,
  offline: Candidate,
  fetchJson: FetchJson,
): Promise<
  { ok: true; candidates: Candidate[]; rejected: WardComparison[] } | { ok: false; reason: string }
> {
  let json: unknown;
  try {
    json = await fetchJson(nationalSearchUrl(query));
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
  const parsed = parseNationalResponse(json);
  if (!parsed.ok) return parsed;
  const candidates: Candidate[] = [];
  const rejected: WardComparison[] = [];
  for (const refinement of parsed.refinements.slice(0, 20)) {
    const comparison = compareWards(index, offline, refinement);
    if (!isUsable(offline, comparison) || !comparison.online) rejected.push(comparison);
    else {
      candidates.push({
        ...comparison.online,
        id: `online:${refinement.title}`,
        name: refinement.title,
        nameEn: refinement.title,
        position: refinement.position,
        matchLevel: comparison.online.rest === '' ? comparison.online.matchLevel : 'block',
        matched: refinement.title,
        rest: '',
      });
    }
  }
  return { ok: true, candidates, rejected };
}
