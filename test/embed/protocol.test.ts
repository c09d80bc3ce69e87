import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseOriginList } from '../../src/embed/message/allowed-origins.js';
import { readCommand } from '../../src/embed/message/protocol.js';

describe('commands from the page around', () => {
  it('are taken when they are well formed', () => {
    const commands = [
      { mizumichi: 1, type: 'hello' },
      { mizumichi: 1, type: 'fly', centre: [130.4, 33.59] },
      { mizumichi: 1, type: 'fly', centre: [130.4, 33.59], zoom: 14 },
      { mizumichi: 1, type: 'layers', layers: [{ id: 'wards' }, { id: 'ponds', opacity: 0.5 }] },
      { mizumichi: 1, type: 'look', language: 'easy', theme: 'dark' },
      { mizumichi: 1, type: 'report', id: 'a', position: [130.4, 33.59] },
    ];
    for (const command of commands) expect(readCommand(command)).toEqual({ ok: true, command });
  });

  it('are refused when anything is off', () => {
    const bad = [
      { mizumichi: 2, type: 'hello' },
      { mizumichi: 1, type: 'hello', extra: true },
      { mizumichi: 1, type: 'fly', centre: [133.59, 130.4] },
      { mizumichi: 1, type: 'fly', centre: [NaN, 33] },
      { mizumichi: 1, type: 'fly', centre: ['130', '33'] },
      { mizumichi: 1, type: 'fly', centre: [130, 33], zoom: Infinity },
      { mizumichi: 1, type: 'layers', layers: Array.from({ length: 65 }, () => ({ id: 'wards' })) },
      { mizumichi: 1, type: 'layers', layers: [{ id: 'wards', opacity: 2 }] },
      { mizumichi: 1, type: 'look', language: 'fr' },
      { mizumichi: 1, type: 'report', id: {}, position: [130, 33] },
      { mizumichi: 1, type: '__proto__' },
    ];
    for (const message of bad)
      expect(readCommand(message), JSON.stringify(message)).toEqual({ ok: false, ours: true });
  });

  it('are told apart from messages that were meant for somebody else', () => {
    for (const data of [null, 'hello', 7, [], { type: 'hello' }, { source: 'react-devtools' }])
      expect(readCommand(data)).toEqual({ ok: false, ours: false });
  });

  it('never throw, and what is taken is exactly what was sent', () => {
    const near = fc.record(
      {
        mizumichi: fc.constantFrom<unknown>(1, 2, '1', null),
        type: fc.oneof(fc.constantFrom('hello', 'fly', 'layers', 'look', 'report'), fc.string()),
        centre: fc.anything(),
        zoom: fc.oneof(fc.double(), fc.anything()),
        layers: fc.oneof(fc.array(fc.record({ id: fc.string(), opacity: fc.double() })), fc.anything()),
        language: fc.anything(),
        theme: fc.constantFrom('dark', 'light', 'purple'),
        id: fc.oneof(fc.string(), fc.integer(), fc.anything()),
        position: fc.oneof(fc.tuple(fc.double(), fc.double()), fc.anything()),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(
        fc.oneof(near, fc.anything({ withMap: true, withDate: true, withBigInt: true })),
        (data) => {
          const read = readCommand(data);
          if (read.ok) expect(read.command).toEqual(data);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('the operator’s list of origins', () => {
  it('keeps exact origins and nothing else', () => {
    const list = parseOriginList({
      origins: [
        'https://www.city.example',
        'http://localhost:3000',
        'https://a.example/path',
        'https://a.example/',
        'http://plain.example',
        '*',
        'https://*.example',
        'null',
        '',
        'file://',
        'javascript:alert(1)',
      ],
    });
    expect([...list]).toEqual(['https://www.city.example', 'http://localhost:3000']);
  });

  it('is empty when it cannot be read', () => {
    fc.assert(
      fc.property(fc.anything(), (json) => {
        for (const origin of parseOriginList(json)) expect(new URL(origin).origin).toBe(origin);
      }),
    );
    expect(parseOriginList(null).size).toBe(0);
  });
});
