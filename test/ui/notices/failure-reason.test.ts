import { describe, expect, it } from 'vitest';
import { translate } from '../../../src/i18n/translate.js';
import { failureReason } from '../../../src/ui/notices/failure-reason.js';

describe('reasons of failed files', () => {
  const voice = translate('ja');
  it('are told by their code', () => {
    expect(failureReason('http-404', voice)).toBe(voice.t.errors.reasons.http);
    expect(failureReason('not-json', voice)).toBe(voice.t.errors.reasons['not-json']);
    expect(failureReason('invalid: towns/3 name', voice)).toBe(voice.t.errors.reasons.invalid);
    expect(failureReason('toString', voice)).toBe(voice.t.errors.reasons.unknown);
  });
});
