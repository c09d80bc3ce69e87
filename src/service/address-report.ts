import type { AreaReport } from '../report/area-report.js';
import type { SiteReport } from '../report/site-report-types.js';
import type { Candidate, NoCandidateReason } from '../search/candidate.js';
import type { Service } from './service.js';

/** A report for a written address: what it matched, and the answer for the area that was matched. */
export interface AddressReport {
  match: Candidate;
  /** Report at the match's representative point. */
  report: SiteReport;
  /** What holds for the whole matched area (town, towns, ward); null where a point was matched. */
  area: AreaReport | null;
}

/** Why an address gives no report. */
export type AddressProblem =
  NoCandidateReason | 'search-unavailable' | 'place-not-published' | 'area-too-wide' | 'ambiguous';
export interface AddressRefusal {
  ok: false;
  problem: AddressProblem;
  outside: string | null;
  /** With `ambiguous`: everything the words fit equally well. */
  candidates: readonly Candidate[];
}
export type AddressReportResult = { ok: true; answer: AddressReport } | AddressRefusal;

/** Most places of one name that are named. */
const namedCandidates = 20;

/** A candidate told apart from others of its name: 早良区干隈. */
export const nameWithWard = ({ ward, name }: Pick<Candidate, 'ward' | 'name'>): string =>
  ward === null || name.startsWith(ward) ? name : `${ward}${name}`;

/**
 * Searches an address and reports on the best candidate. Where the words fit several places equally well, none is
 * taken: nobody is there to be asked.
 */
export function addressReport(service: Service, address: string): AddressReportResult {
  const found = service.search(address, namedCandidates);
  if (!found) return refuse('search-unavailable');
  const [match] = found.candidates;
  if (!match) return { ...refuse(found.reason ?? 'no-match'), outside: found.outside };
  if (found.ambiguous)
    return { ...refuse('ambiguous'), candidates: found.candidates.slice(0, found.equallyGood) };
  // The whole city is no place to report on.
  if (match.kind === 'city') return refuse('area-too-wide');
  if (!match.position) return refuse('place-not-published');
  // A block's point stands for its houses: how far they lie from it counts in every accuracy.
  const site = service.report(
    match.position,
    match.matchLevel === 'block' ? match.accuracyMeters : undefined,
  );
  if (!site.ok) return refuse('place-not-published');
  return { ok: true, answer: { match, report: site.report, area: areaOf(service, match) } };
}

function areaOf(service: Service, { kind, towns, featureRef }: Candidate): AreaReport | null {
  if (kind === 'block') return null;
  const ids = towns.length > 0 ? towns : kind === 'ward' && featureRef ? [featureRef.id] : [];
  if (ids.length === 0) return null;
  const result = service.areaReport(ids);
  return result.ok ? result.report : null;
}

const refuse = (problem: AddressProblem): AddressRefusal => ({
  ok: false,
  problem,
  outside: null,
  candidates: [],
});
