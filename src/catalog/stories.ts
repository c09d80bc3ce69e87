/** Stories are written in these languages; readers of the others get one of them, and are told. */
export const storyLanguages = ['ja', 'en'] as const;
export type StoryLanguage = (typeof storyLanguages)[number];

export const storyIds = ['floods-and-protection', 'where-water-goes'] as const;
export type StoryId = (typeof storyIds)[number];

/**
 * A story is this entry and one Markdown file a language, `stories/<id>.<language>.md` (form: docs/embed.md). The file
 * has its own title; the one for menus is the message `embed.stories.<id>`.
 */
export interface StoryEntry {
  id: StoryId;
}

export const stories: readonly StoryEntry[] = storyIds.map((id) => ({ id }));
