/** A building people name instead of an address, known to the town of its published address and no nearer. */
export interface Landmark {
  name: string;
  nameEn: string;
  ward: string;
  /** Town of the address. */
  town: string;
  aliases: readonly string[];
}

/**
 * Only what a document of this repository gives an address for. City Hall: 福岡市中央区天神1丁目8番1号,
 * 福岡市の下水道 令和7年度版, imprint. Ward offices and the prefecture's office are in none of them.
 */
export const landmarks: readonly Landmark[] = [
  {
    name: '福岡市役所',
    nameEn: 'Fukuoka City Hall',
    ward: '中央区',
    town: '天神一丁目',
    aliases: ['市役所', '市役所本庁舎', '福岡市庁舎', '市庁舎', 'しやくしょ', 'ふくおかしやくしょ'],
  },
];
