import { describe, expect, it } from 'vitest';
import { translate } from '../../../src/i18n/translate.js';
import { failureReason } from '../../../src/ui/notices/failure-reason.js';

describe('reasons of failed files', () => {
  const translation = translate('ja');
  it('are told by their code', () => {
    expect(failureReason('http-404', translation)).toBe(translation.t.errors.reasons.http);
    expect(failureReason('not-json', translation)).toBe(translation.t.errors.reasons['not-json']);
    expect(failureReason('invalid: towns/3 name', translation)).toBe(translation.t.errors.reasons.invalid);
    expect(failureReason('toString', translation)).toBe(translation.t.errors.reasons.unknown);
  });
});
