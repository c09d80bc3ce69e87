import type { AreaReport } from '../report/area-report.js';
import type { SiteReport } from '../report/site-report.js';
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
  NoCandidateReason | 'search-unavailable' | 'place-not-published' | 'area-too-wide';
export type AddressReportResult =
  { ok: true; answer: AddressReport } | { ok: false; problem: AddressProblem; outside: string | null };

/** Searches an address and reports on the best candidate. */
export function addressReport(service: Service, address: string): AddressReportResult {
  const found = service.search(address, 1);
  if (!found) return refuse('search-unavailable');
  const [match] = found.candidates;
  if (!match) return { ok: false, problem: found.reason ?? 'no-match', outside: found.outside };
  // The whole city is no place to report on.
  if (match.kind === 'city') return refuse('area-too-wide');
  if (!match.position) return refuse('place-not-published');
  const site = service.report(match.position);
  if (!site.ok) return refuse('place-not-published');
  return { ok: true, answer: { match, report: site.report, area: areaOf(service, match) } };
}

function areaOf(service: Service, { kind, towns, featureRef }: Candidate): AreaReport | null {
  const ids = towns.length > 0 ? towns : kind === 'ward' && featureRef ? [featureRef.id] : [];
  if (ids.length === 0) return null;
  const result = service.areaReport(ids);
  return result.ok ? result.report : null;
}

const refuse = (problem: AddressProblem): AddressReportResult => ({ ok: false, problem, outside: null });
