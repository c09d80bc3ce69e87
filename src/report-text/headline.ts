import type {
  DesignRainfallAnswer,
  MembershipAnswer,
  SiteReport,
  TreatmentAnswer,
} from '../report/site-report-types.js';
import type { Translation } from '../i18n/translation.js';

/** `decided`: one answer · `undecided`: near an edge, or the town is doubtful, candidates named · `outside`: none · `missing`: no data */
export type HeadlineState = 'decided' | 'undecided' | 'outside' | 'missing';

export interface HeadlineNumber {
  label: string;
  value: string;
  unit: string;
}

/** The answer that must be readable in three seconds. */
export interface Headline {
  centre: { state: HeadlineState; label: string; text: string; candidates: string[]; sentence: string };
  rain: {
    state: HeadlineState;
    label: string;
    numbers: HeadlineNumber[];
    text: string | null;
    candidates: string[];
    sentence: string;
  };
}

export function districtName(
  district: string | null,
  translation: Translation,
  english: string | null = null,
): string {
  return district === null
    ? translation.t.report.noDistrict
    : translation.t.report.district({ name: translation.name(district, english) });
}

/** All districts the point may belong to, the drawn one first. */
export function districtCandidates(treatment: TreatmentAnswer, translation: Translation): string[] {
  const others = treatment.alternatives.filter((district) => district !== treatment.district);
  return [
    districtName(treatment.district, translation, treatment.districtEn),
    ...others.map((district) => districtName(district, translation)),
  ];
}

/** How sure the district is, in one sentence. */
export function certaintySentence(treatment: TreatmentAnswer, translation: Translation): string {
  const { t, format } = translation;
  const distance = treatment.edgeMeters === null ? null : format.distance(treatment.edgeMeters);
  const accuracy = format.distance(treatment.accuracyMeters ?? 0);
  if (treatment.certainty === 'outside') {
    return distance === null
      ? t.report.certaintyOutside
      : `${t.report.certaintyOutside}${t.sentenceSpace}${t.report.certaintyOutsideEdge({ distance })}`;
  }
  if (treatment.certainty === 'doubtful') {
    const district = districtName(treatment.district, translation, treatment.districtEn);
    return membershipSentence(treatment.membership, district, translation) ?? t.report.certaintyTownUnchecked;
  }
  if (treatment.certainty === 'near-edge' && distance !== null)
    return t.report.certaintyNearEdge({ distance, accuracy });
  return distance === null ? t.report.certaintyClearNoEdge : t.report.certaintyClear({ distance, accuracy });
}

/**
 * To which district the town probably belongs, which others it may belong to, and why that is open
 * (「おそらく西部。南部かもしれません」); null where it is certain.
 * @param district the district that is drawn there, as it is called in the reader's language
 */
export function membershipSentence(
  membership: MembershipAnswer | null,
  district: string,
  translation: Translation,
): string | null {
  if (membership?.certainty !== 'doubtful') return null;
  const { t } = translation;
  const { reason, reasonEn, alternatives } = membership;
  if (reason === null) return t.report.certaintyTownUnchecked;
  const others = alternatives.map((other) => districtName(other, translation)).join(t.listSeparator);
  const why = translation.name(reason, reasonEn);
  return [t.report.certaintyDoubtful({ district, others }), why].join(t.sentenceSpace);
}

function centreHeadline(treatment: TreatmentAnswer | null, translation: Translation): Headline['centre'] {
  const { t, name } = translation;
  const label = t.report.centre;
  if (treatment === null) {
    return { state: 'missing', label, text: t.report.unavailableWhole, candidates: [], sentence: '' };
  }
  const sentence = certaintySentence(treatment, translation);
  if (treatment.certainty === 'near-edge') {
    const candidates = districtCandidates(treatment, translation);
    return { state: 'undecided', label, text: t.report.centreUndecided, candidates, sentence };
  }
  if (treatment.certainty === 'doubtful' && treatment.centre !== null) {
    const candidates = districtCandidates(treatment, translation);
    const text = t.report.centreProbably({ centre: name(treatment.centre, treatment.centreEn) });
    return { state: 'undecided', label, text, candidates, sentence };
  }
  if (treatment.certainty === 'outside' || treatment.centre === null) {
    return { state: 'outside', label, text: t.report.centreNone, candidates: [], sentence };
  }
  const text = name(treatment.centre, treatment.centreEn);
  return { state: 'decided', label, text, candidates: [], sentence };
}

export function planCandidates(rain: DesignRainfallAnswer, { t, name }: Translation): string[] {
  const plans = [...new Set([rain.plan, ...rain.alternatives])];
  return plans.map((plan) => (plan === null ? t.report.noPlan : name(plan, rain.planEn)));
}

/** Why it is not known whether sewers are planned here at all, in a sentence; null where it is known. */
export function sewerAreaUncertainty({ sewerArea }: DesignRainfallAnswer, { t }: Translation): string | null {
  if (sewerArea === null) return t.report.sewerAreaUnknown;
  return sewerArea === 'near-edge' ? t.report.sewerAreaEdge : null;
}

function rainHeadline(report: SiteReport, translation: Translation): Headline['rain'] {
  const { t, format } = translation;
  const rain = report.designRainfall;
  const base = { label: t.report.rain, numbers: [], candidates: [] };
  if (rain === null) return { ...base, state: 'missing', text: t.report.unavailableWhole, sentence: '' };
  if (rain.sewerArea === 'outside') {
    return { ...base, state: 'outside', text: t.report.rainNone, sentence: t.report.rainOutside };
  }
  const write = (label: string, value: number): HeadlineNumber => ({
    label,
    value: format.number(value),
    unit: t.rainUnit,
  });
  /** A level that is sure in itself may still not apply: then it says "if". */
  const doubt = sewerAreaUncertainty(rain, translation);
  const decided = (numbers: HeadlineNumber[], sentence: string): Headline['rain'] =>
    doubt === null
      ? { ...base, state: 'decided', numbers, text: null, sentence }
      : { ...base, state: 'undecided', numbers, text: t.report.rainIfInside, sentence: doubt };
  const stage = write(t.report.rainStage, rain.stageMmPerHour);
  if (rain.certainty === 'near-edge') {
    return {
      ...base,
      state: 'undecided',
      // Inside or outside the plan, works build to the same level first; only then is that number certain.
      numbers: rain.stageMmPerHour === rain.baseMmPerHour ? [stage] : [],
      text: t.report.rainPlanEdge,
      candidates: planCandidates(rain, translation),
      sentence: t.report.rainNotReached,
    };
  }
  if (rain.targetMmPerHour === rain.stageMmPerHour) {
    const one = write(t.report.rain, rain.targetMmPerHour);
    return decided([one], t.report.rainMeaning({ value: one.value }));
  }
  const target = write(t.report.rainTarget, rain.targetMmPerHour);
  return decided([target, stage], t.report.rainTwo({ target: target.value, stage: stage.value }));
}

export function headline(report: SiteReport, translation: Translation): Headline {
  return { centre: centreHeadline(report.treatment, translation), rain: rainHeadline(report, translation) };
}
