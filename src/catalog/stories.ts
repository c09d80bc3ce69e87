import type { LocalizedText } from '../i18n/locale.js';

/** Stories are written in these languages; readers of the others get one of them, and are told. */
export const storyLanguages = ['ja', 'en'] as const;
export type StoryLanguage = (typeof storyLanguages)[number];

/**
 * A story is this entry and one Markdown file a language, `stories/<id>.<language>.md`
 * (form: docs/embed.md). Titles here are for menus; the file has its own.
 */
export interface StoryEntry {
  id: string;
  title: LocalizedText;
}

export const storyIds = ['floods-and-protection', 'where-water-goes'] as const;
export type StoryId = (typeof storyIds)[number];

export const stories: readonly (StoryEntry & { id: StoryId })[] = [
  {
    id: 'floods-and-protection',
    title: {
      ja: '三度の水害と、博多・天神の守り',
      easy: '3回の 水の 被害（ひがい）と、博多（はかた）・天神（てんじん）の まもり',
      en: 'Three floods, and how Hakata and Tenjin are protected',
      zh: '三次水灾与博多、天神的防护',
      ko: '세 번의 수해와 하카타·덴진의 방어',
    },
  },
  {
    id: 'where-water-goes',
    title: {
      ja: '流した水はどこへ行くか',
      easy: '使った 水は どこへ 行くか',
      en: 'Where your water goes',
      zh: '用过的水流向哪里',
      ko: '흘려보낸 물은 어디로 가는가',
    },
  },
];
