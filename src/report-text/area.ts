import type { AreaReport } from '../report/area-report.js';
import type { Translation } from '../i18n/translation.js';
import { districtName, membershipSentence } from './headline.js';

/** What holds for the whole town or ward: one district, several, none, or that it is not known. */
export function areaSentences(
  { kind, name, nameEn, treatment }: AreaReport,
  translation: Translation,
): string[] {
  const { t } = translation;
  const area = translation.name(name, nameEn);
  const pointOnly = kind === 'ward' ? t.report.areaPointWard : t.report.areaPoint;
  if (treatment === null) return [t.report.areaUnknown({ area }), pointOnly];
  const districts = treatment.shares.map((share) =>
    share.name === null
      ? t.report.noDistrict
      : t.report.district({ name: translation.name(share.name, share.nameEn) }),
  );
  const doubt = membershipSentence(treatment.membership, districts.join(t.listSeparator), translation);
  if (doubt !== null) {
    const others = (treatment.membership?.alternatives ?? []).map((other) =>
      districtName(other, translation),
    );
    const candidates = [...new Set([...districts, ...others])].join(t.listSeparator);
    return [doubt, `${t.report.candidates}: ${candidates}`];
  }
  const only = treatment.wholly ? treatment.shares[0] : undefined;
  const sentence =
    only === undefined
      ? t.report.areaShared({ area, districts: districts.join(t.listSeparator) })
      : only.name === null
        ? t.report.areaNone({ area })
        : t.report.areaWhole({ area, district: districts[0] ?? '' });
  return [sentence, pointOnly];
}
