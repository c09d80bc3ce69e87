import type { AreaReport } from '../report/area-report.js';
import type { Translation } from '../i18n/translation.js';

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
  if (treatment.doubts.length > 0) {
    const others = treatment.doubts.map((doubt) =>
      t.report.district({ name: translation.name(doubt, null) }),
    );
    const candidates = [...new Set([...districts, ...others])].join(t.listSeparator);
    return [t.report.certaintyTownDoubt, `${t.report.candidates}: ${candidates}`];
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
