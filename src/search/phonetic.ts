/**
 * A loose sound key: kana, Hepburn and Kunrei spellings of one reading meet in it.
 * しょう, shō, shou, syo → `syo`; てんじん, Tenjin, tenzin → `tenzin`; はった, Hatta → `hata`.
 * Every prefix of a spelling gives (nearly) a prefix of its key, so that it can be matched while typing.
 */
const rows: Readonly<Record<string, string>> = {
  a: 'あいうえお',
  k: 'かきくけこ',
  s: 'さしすせそ',
  t: 'たちつてと',
  n: 'なにぬねの',
  h: 'はひふへほ',
  m: 'まみむめも',
  r: 'らりるれろ',
  g: 'がぎぐげご',
  z: 'ざじずぜぞ',
  d: 'だぢづでど',
  b: 'ばびぶべぼ',
  p: 'ぱぴぷぺぽ',
};
const vowels = 'aiueo';
const kanaSounds = new Map<string, string>([
  ['や', 'ya'],
  ['ゆ', 'yu'],
  ['よ', 'yo'],
  ['わ', 'wa'],
  ['ゐ', 'i'],
  ['ゑ', 'e'],
  ['を', 'o'],
  ['ん', 'n'],
  ['ゔ', 'bu'],
  ['ー', ''],
  ['っ', ''],
]);
for (const [consonant, row] of Object.entries(rows)) {
  [...row].forEach((character, i) =>
    kanaSounds.set(character, (consonant === 'a' ? '' : consonant) + vowels.charAt(i)),
  );
}
// ぢ and づ sound like じ and ず.
kanaSounds.set('ぢ', 'zi').set('づ', 'zu');
const smallY = new Map([
  ['ゃ', 'ya'],
  ['ゅ', 'yu'],
  ['ょ', 'yo'],
]);
const smallVowels = new Map([...'ぁぃぅぇぉ'].map((character, i) => [character, vowels.charAt(i)]));

/** Long vowels and doubled letters written or not: one. */
function shorten(sounds: string): string {
  return sounds
    .replace(/m(?=[bmp])/g, 'n')
    .replace(/ou/g, 'o')
    .replace(/(.)\1+/g, '$1');
}

/** Sound key of hiragana (fold katakana first); null when another script is in it. */
export function soundOfKana(hiragana: string): string | null {
  let sounds = '';
  for (const character of hiragana) {
    const glide = smallY.get(character);
    const small = smallVowels.get(character);
    if (glide) sounds = /i$/.test(sounds) ? sounds.slice(0, -1) + glide : sounds + glide;
    else if (small) sounds = /[aiueo]$/.test(sounds) ? sounds.slice(0, -1) + small : sounds + small;
    else {
      const sound = kanaSounds.get(character);
      if (sound === undefined) return null;
      sounds += sound;
    }
  }
  return shorten(sounds);
}

/** Sound key of romanised Japanese (macrons, hyphens, spaces and apostrophes already or not yet taken out). */
export function soundOfRomaji(romaji: string): string {
  const letters = romaji
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
  return shorten(
    letters
      .replace(/oh(?![aiueoy])/g, 'o')
      .replace(/tch/g, 'ch')
      .replace(/sh(?=[aou])/g, 'sy')
      .replace(/ch(?=[aou])/g, 'ty')
      .replace(/j(?=[aou])/g, 'zy')
      .replace(/sh/g, 's')
      .replace(/c?ch|c(?=[iy])/g, 't')
      .replace(/[jz]y(?=[aou])/g, 'zy')
      .replace(/j/g, 'z')
      .replace(/ts/g, 't')
      .replace(/dz|d(?=[uyi])/g, 'z')
      .replace(/f/g, 'h')
      .replace(/v/g, 'b')
      .replace(/l/g, 'r')
      .replace(/c/g, 't')
      .replace(/wo/g, 'o'),
  );
}
