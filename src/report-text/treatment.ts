import type { SiteReport } from '../report/site-report.js';
import type { Voice } from '../i18n/voice.js';
import { methods, type Method } from '../catalog/provenance.js';
import { districtCandidates, districtName } from './headline.js';
import { known, sourceText, when, type Section } from './section.js';

/** 分流式 · 合流式 · a mixture of both: what the words of the yearbook mean to a reader. */
function sewerMeaning(system: string, { t }: Voice): string {
  const separate = system.includes('分流');
  const combined = system.includes('合流');
  if (separate && combined) return t.report.sewerSystems.mixed;
  return combined ? t.report.sewerSystems.combined : t.report.sewerSystems.separate;
}

export function treatmentSection(report: SiteReport, voice: Voice): Section | null {
  const { treatment } = report;
  if (treatment === null) return null;
  const { t, name } = voice;
  const { labels } = t.report;
  const undecided = treatment.certainty === 'near-edge';
  const facts = undecided
    ? [{ label: t.report.candidates, value: districtCandidates(treatment, voice).join(t.listSeparator) }]
    : known(
        { label: labels.district, value: districtName(treatment.district, voice, treatment.districtEn) },
        when(treatment.centre, (centre) => ({
          label: labels.centre,
          value: name(centre, treatment.centreEn),
        })),
        when(treatment.sewerSystem, (system) => ({ label: labels.sewerSystem, value: name(system) })),
      );
  const sentences = undecided
    ? [t.report.drawnAs({ district: districtName(treatment.district, voice, treatment.districtEn) })]
    : [];
  if (treatment.certainty === 'outside') sentences.push(t.report.outsideMeaning);
  if (!undecided && treatment.sewerSystem !== null)
    sentences.push(sewerMeaning(treatment.sewerSystem, voice));
  return {
    id: 'treatment',
    title: t.report.sections.treatment,
    facts,
    sentences,
    warning: null,
    sources: [sourceText(treatment.source, treatment.asOf, voice)],
  };
}

function isMethod(value: string | null): value is Method {
  return (methods as readonly (string | null)[]).includes(value);
}

/** How the lines were drawn and how far they may be wrong. */
export function methodSection(report: SiteReport, { t, format }: Voice): Section | null {
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
