import { describe, expect, it, vi } from 'vitest';
import ReportCard from '../../src/ui/report/ReportCard.svelte';
import type { ReportText } from '../../src/report-text/report-text.js';
import type { Section } from '../../src/report-text/section.js';
import { show } from './show.js';

const ids = ['treatment', 'rainfall', 'inundation', 'nearest', 'method'] as const;
const section = (id: (typeof ids)[number]): Section => ({
  id,
  title: `title of ${id}`,
  warning: null,
  facts: [],
  sentences: [`words of ${id}`],
  // Two documents may be called the same.
  sources: ['年報', '年報'],
});

function report(sections: Section[]): ReportText {
  return {
    place: '中央区',
    position: '',
    placeNotes: [],
    inCity: true,
    lead: 'lead',
    headline: null,
    sections,
    missing: [],
    limits: ['limit'],
    version: '',
  };
}

describe('the answer', () => {
  it.each(ids)('%s breaks by itself: every other part stands', async (broken) => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const sections = ids.map(section);
    let isBroken = true;
    const sentences = [`words of ${broken}`];
    Object.defineProperty(
      sections.find(({ id }) => id === broken),
      'sentences',
      {
        get() {
          if (isBroken) throw new Error('broken on purpose');
          return sentences;
        },
      },
    );
    const screen = await show(ReportCard, {
      report: report(sections),
      whole: true,
      onreload: () => undefined,
    });
    const alert = screen.getByTestId('broken-part');
    await expect.element(alert).toHaveTextContent(`「title of ${broken}」を表示できません`);
    for (const id of ids.filter((each) => each !== broken))
      await expect.element(screen.getByText(`words of ${id}`)).toBeVisible();
    await expect.element(screen.getByText('limit', { exact: true })).toBeVisible();
    isBroken = false;
    await alert.getByRole('button').first().click();
    await expect.element(screen.getByText(`words of ${broken}`)).toBeVisible();
    await expect.element(alert).not.toBeInTheDocument();
  });
});
