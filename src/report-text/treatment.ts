import type { SiteReport } from '../report/site-report-types.js';
import type { Translation } from '../i18n/translation.js';
import { methods, type Method } from '../catalog/provenance.js';
import { districtCandidates, districtName, membershipSentence } from './headline.js';
import { presentFacts, sourceText, factIf, type Section } from './section.js';

/** 分流式 · 合流式 · a mixture of both: what the words of the yearbook mean to a reader. */
function sewerMeaning(system: string, { t }: Translation): string {
  const separate = system.includes('分流');
  const combined = system.includes('合流');
  if (separate && combined) return t.report.sewerSystems.mixed;
  return combined ? t.report.sewerSystems.combined : t.report.sewerSystems.separate;
}

export function treatmentSection(report: SiteReport, translation: Translation): Section | null {
  const { treatment } = report;
  if (treatment === null) return null;
  const { t, name } = translation;
  const { labels } = t.report;
  const undecided = treatment.certainty === 'near-edge' || treatment.certainty === 'doubtful';
  const facts = undecided
    ? [
        {
          label: t.report.candidates,
          value: districtCandidates(treatment, translation).join(t.listSeparator),
        },
      ]
    : presentFacts(
        {
          label: labels.district,
          value: districtName(treatment.district, translation, treatment.districtEn),
        },
        factIf(treatment.centre, (centre) => ({
          label: labels.centre,
          value: name(centre, treatment.centreEn),
        })),
        factIf(treatment.sewerSystem, (system) => ({ label: labels.sewerSystem, value: name(system) })),
      );
  const sentences = undecided
    ? [t.report.drawnAs({ district: districtName(treatment.district, translation, treatment.districtEn) })]
    : [];
  // Near an edge the headline speaks of the line; that the town is doubtful too is said here.
  const district = districtName(treatment.district, translation, treatment.districtEn);
  const doubt = membershipSentence(treatment.membership, district, translation);
  if (doubt !== null && treatment.certainty === 'near-edge') sentences.push(doubt);
  if (treatment.certainty === 'outside') sentences.push(t.report.outsideMeaning);
  if (!undecided && treatment.sewerSystem !== null)
    sentences.push(sewerMeaning(treatment.sewerSystem, translation));
  return {
    id: 'treatment',
    title: t.report.sections.treatment,
    facts,
    sentences,
    warning: null,
    sources: [
      ...new Set(
        [treatment.source, ...(treatment.membership?.source ? [treatment.membership.source] : [])].map(
          (source) => sourceText(source, treatment.asOf, translation),
        ),
      ),
    ],
  };
}

function isMethod(value: string | null): value is Method {
  return (methods as readonly (string | null)[]).includes(value);
}

/** How the lines were drawn and how far they may be wrong. */
export function methodSection(report: SiteReport, { t, format }: Translation): Section | null {
  const { treatment } = report;
  if (treatment === null || treatment.accuracyMeters === null) return null;
  const method = isMethod(treatment.method) ? treatment.method : 'constructed';
  const accuracy = format.distance(treatment.accuracyMeters);
  return {
    id: 'method',
    title: t.report.sections.method,
    facts: [],
    sentences: [
      t.report.accuracy({ method: t.report.methods[method], accuracy }),
      ...(method === 'constructed' ? [t.report.constructedNote] : []),
    ],
    warning: null,
    sources: [],
  };
}
