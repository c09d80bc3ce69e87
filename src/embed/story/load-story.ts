import type { StoryId, StoryLanguage } from '../../catalog/stories.js';
import type { Locale } from '../../i18n/locale.js';
import { parseStory, type Story } from './parse-story.js';

/** Every text of every story, fetched when it is opened. */
const texts = import.meta.glob<string>('../../catalog/stories/*.md', { query: '?raw', import: 'default' });

/** Where a story is not told in the reader's language, the page says which it is in (`story.otherLanguage`). */
const languageFor: Readonly<Record<Locale, StoryLanguage>> = {
  ja: 'ja',
  easy: 'ja',
  en: 'en',
  zh: 'ja',
  ko: 'ja',
};

export interface LoadedStory {
  id: StoryId;
  language: StoryLanguage;
  story: Story;
}

/** Rejects when the text cannot be fetched or is no story. */
export async function loadStory(id: StoryId, locale: Locale): Promise<LoadedStory> {
  const language = languageFor[locale];
  const load = texts[`../../catalog/stories/${id}.${language}.md`];
  const parsed = parseStory((await load?.()) ?? '');
  if (!parsed.ok) throw new Error(`story ${id} (${language}): ${parsed.reason}`);
  return { id, language, story: parsed.story };
}
