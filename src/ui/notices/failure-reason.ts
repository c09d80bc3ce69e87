import type { Translation } from '../../i18n/translation.js';

/** A loader's reason (`missing`, `http-404`, `invalid: towns/3 name …`) in words; the detail behind it is for developers. */
export function failureReason(reason: string, { t }: Translation): string {
  const code = reason.split(/:|-(?=\d)/)[0]?.trim() ?? '';
  const reasons: Readonly<Record<string, string>> = t.errors.reasons;
  return Object.hasOwn(reasons, code) ? (reasons[code] ?? '') : t.errors.reasons.unknown;
}
