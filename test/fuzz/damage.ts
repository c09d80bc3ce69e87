import fc from 'fast-check';

/** One thing done to a text or a file. Places are shares of its length, so that shrinking keeps their meaning. */
type Damage =
  | { kind: 'cut'; from: number; length: number }
  | { kind: 'keep'; to: number }
  | { kind: 'insert'; at: number; text: string }
  | { kind: 'replace'; from: number; length: number; text: string }
  | { kind: 'flip'; at: number; byte: number }
  | { kind: 'copy'; from: number; length: number; at: number }
  | { kind: 'repeat'; from: number; length: number; times: number }
  | { kind: 'flood'; at: number; text: string; times: number };

/** Words that have hurt parsers before. */
const nasty = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '=HYPERLINK("http://x")',
  '\u0000',
  '\ufeff',
  '\u202e',
  '\ud800',
  '\\u0000',
  'NaN',
  '-0',
  '1e400',
  '-1e-400',
  '99999999999999999999',
  '0x10',
  '%00',
  '%ff',
  '../../etc/passwd',
  '&#0;',
  '&lol;',
  '\r\n',
  ' ',
];

const share = fc.double({ min: 0, max: 1, noNaN: true });
const few = fc.double({ min: 0, max: 0.1, noNaN: true });

/** @param tokens words of the format itself, on which its parser turns */
function damages(tokens: readonly string[]): fc.Arbitrary<Damage[]> {
  const text = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...tokens) },
    { weight: 3, arbitrary: fc.constantFrom(...nasty) },
    { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
    { weight: 1, arbitrary: fc.constantFrom('０', '㈱', '髙', '〜', '´', '\u3000') },
  );
  const one = fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('insert' as const), at: share, text }) },
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant('replace' as const), from: share, length: few, text }),
    },
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant('flip' as const), at: share, byte: fc.nat(255) }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('cut' as const), from: share, length: few }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('keep' as const), to: share }) },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('copy' as const), from: share, length: few, at: share }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('repeat' as const),
        from: share,
        length: few,
        times: fc.integer({ min: 2, max: 40 }),
      }),
    },
  );
  return fc.array(one, { maxLength: 6 });
}

/** Many times the same word: what makes a slow parser hang. Rare, because it is costly. */
const flood = (tokens: readonly string[]): fc.Arbitrary<Damage> =>
  fc.record({
    kind: fc.constant('flood' as const),
    at: share,
    text: fc.oneof(
      fc.constantFrom(...tokens),
      fc.tuple(fc.constantFrom(...tokens), fc.constantFrom(...tokens)).map((pair) => pair.join('')),
    ),
    times: fc.constantFrom(300, 3_000, 30_000),
  });

const place = (part: number, length: number) => Math.min(length, Math.floor(part * (length + 1)));

function applied<Content extends string | Uint8Array>(
  content: Content,
  damage: Damage,
  join: (...parts: Content[]) => Content,
  from: (text: string) => Content,
): Content {
  const cut = (start: number, end?: number) => content.slice(start, end) as Content;
  const size = content.length;
  const between = (start: number, length: number): [number, number] => {
    const first = place(start, size);
    return [first, Math.min(size, first + Math.max(1, Math.floor(length * size)))];
  };
  switch (damage.kind) {
    case 'keep':
      return cut(0, place(damage.to, size));
    case 'cut': {
      const [first, last] = between(damage.from, damage.length);
      return join(cut(0, first), cut(last));
    }
    case 'insert': {
      const at = place(damage.at, size);
      return join(cut(0, at), from(damage.text), cut(at));
    }
    case 'replace': {
      const [first, last] = between(damage.from, damage.length);
      return join(cut(0, first), from(damage.text), cut(last));
    }
    case 'flip': {
      const at = place(damage.at, size);
      return join(cut(0, at), from(String.fromCharCode(damage.byte)), cut(at + 1));
    }
    case 'copy': {
      const [first, last] = between(damage.from, damage.length);
      const at = place(damage.at, size);
      return join(cut(0, at), cut(first, last), cut(at));
    }
    case 'repeat': {
      const [first, last] = between(damage.from, damage.length);
      return join(cut(0, first), ...Array.from({ length: damage.times }, () => cut(first, last)), cut(last));
    }
    case 'flood': {
      const at = place(damage.at, size);
      return join(cut(0, at), from(damage.text.repeat(damage.times)), cut(at));
    }
  }
}

function withDamage<Seed>(seeds: fc.Arbitrary<Seed>, tokens: readonly string[]) {
  // One case in two hundred is flooded.
  const floods = fc.oneof(
    { weight: 199, arbitrary: fc.constant<Damage[]>([]) },
    { weight: 1, arbitrary: flood(tokens).map((one) => [one]) },
  );
  return fc.tuple(seeds, damages(tokens), floods);
}

/** Texts: a valid one, damaged; now and then any text at all. */
export function damagedText(seeds: readonly string[], tokens: readonly string[]): fc.Arbitrary<string> {
  const joinText = (...parts: string[]) => parts.join('');
  const damaged = withDamage(fc.constantFrom(...seeds), tokens).map(([seed, list, floods]) =>
    [...list, ...floods].reduce((text, damage) => applied(text, damage, joinText, String), seed),
  );
  return fc.oneof(
    { weight: 19, arbitrary: damaged },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  );
}

const encoder = new TextEncoder();
function joinBytes(...parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
/** A single character below 256 is a byte of its own, all else UTF-8. */
const bytesOf = (text: string) =>
  text.length === 1 && text.charCodeAt(0) < 256 ? Uint8Array.of(text.charCodeAt(0)) : encoder.encode(text);

/** Files: a valid one, damaged byte by byte; now and then any bytes at all. */
export function damagedBytes(
  seeds: readonly Uint8Array[],
  tokens: readonly string[],
): fc.Arbitrary<Uint8Array> {
  const damaged = withDamage(fc.constantFrom(...seeds), tokens).map(([seed, list, floods]) =>
    [...list, ...floods].reduce((bytes, damage) => applied(bytes, damage, joinBytes, bytesOf), seed),
  );
  return fc.oneof(
    { weight: 19, arbitrary: damaged },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) },
  );
}
