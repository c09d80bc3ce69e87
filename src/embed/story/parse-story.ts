/** A run of words in a paragraph: plain, strong, or a link. Text is text: whatever looks like HTML stays letters. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'strong'; text: string }
  | { kind: 'link'; text: string; href: string };

export type Block = { kind: 'paragraph'; words: Inline[] } | { kind: 'list'; items: Inline[][] };

/** One scene: what is said, and what the map shows meanwhile. */
export interface StoryStep {
  title: string;
  /** The state of the map as the full map's hash writes it; null keeps the former scene's. */
  mapHash: string | null;
  blocks: Block[];
}

export interface Story {
  title: string;
  lead: Block[];
  steps: StoryStep[];
}

export type StoryRead = { ok: true; story: Story } | { ok: false; reason: 'no-title' | 'no-steps' };

/**
 * Reads a story from a small part of Markdown: `#` title, `##` scenes, paragraphs, `-` lists, `**strong**`,
 * `[links](…)` to https and to states of the map. A paragraph that is nothing but a link to `#/…` sets the map.
 * Everything else is taken as plain words.
 */
export function parseStory(markdown: string): StoryRead {
  let title = '';
  const lead: Block[] = [];
  const steps: StoryStep[] = [];
  for (const chunk of markdown.replaceAll('\r\n', '\n').split(/\n{2,}/)) {
    const text = chunk.trim();
    const step = steps.at(-1);
    if (text === '') continue;
    if (text.startsWith('## ')) steps.push({ title: text.slice(3).trim(), mapHash: null, blocks: [] });
    else if (text.startsWith('# ') && steps.length === 0) title = text.slice(2).trim();
    else {
      const state = /^\[[^\]]*\]\((#\/[^\s)]*)\)$/.exec(text)?.[1];
      if (state !== undefined && step) step.mapHash = state;
      else (step?.blocks ?? lead).push(block(text));
    }
  }
  if (title === '') return { ok: false, reason: 'no-title' };
  if (steps.length === 0) return { ok: false, reason: 'no-steps' };
  return { ok: true, story: { title, lead, steps } };
}

function block(text: string): Block {
  const lines = text.split('\n');
  if (lines.every((line) => line.startsWith('- ')))
    return { kind: 'list', items: lines.map((line) => inlines(line.slice(2))) };
  return { kind: 'paragraph', words: inlines(lines.join(joint(text))) };
}

/** Japanese lines are joined without a space. */
function joint(text: string): string {
  return /[\u3040-\u30ff\u4e00-\u9fff]/u.test(text) ? '' : ' ';
}

function inlines(text: string): Inline[] {
  const words: Inline[] = [];
  const push = (plain: string) => plain !== '' && words.push({ kind: 'text', text: plain });
  let from = 0;
  for (const match of text.matchAll(/\*\*([^*]+)\*\*|\[([^[\]]+)\]\(([^\s()]+)\)/g)) {
    const [whole, strong, label, href] = match;
    if (label !== undefined && !(href !== undefined && isSafe(href))) continue;
    push(text.slice(from, match.index));
    if (strong !== undefined) words.push({ kind: 'strong', text: strong });
    else if (label !== undefined && href !== undefined) words.push({ kind: 'link', text: label, href });
    from = match.index + whole.length;
  }
  push(text.slice(from));
  return words;
}

/** `javascript:` and its relatives never become links. */
function isSafe(href: string): boolean {
  return href.startsWith('https://') || href.startsWith('#/');
}

/** The words alone, for tests, search and speech. */
export function plainText(words: readonly Inline[]): string {
  return words.map(({ text }) => text).join('');
}
