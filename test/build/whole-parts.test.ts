import { describe, expect, it } from 'vitest';
import { lackingScripts } from '../../build/whole-parts.js';

describe('a script that is stored', () => {
  const page = 'assets/page-a.js';
  const used = 'assets/workbench-Workbench-a.js';
  const other = 'assets/ground-tiles-archive-reader-a.js';
  const never = 'assets/embed-Story-a.js';

  it('needs none that is stored later, or never', () => {
    expect(lackingScripts([{ fileName: page, imports: [used] }])).toEqual([`${page} needs ${used}`]);
    expect(lackingScripts([{ fileName: used, imports: [never] }])).toEqual([`${used} needs ${never}`]);
    expect(lackingScripts([{ fileName: page, imports: ['assets/shared-a.js', used, never] }])).toHaveLength(
      2,
    );
  });

  it('may need what is there already, or comes with its use', () => {
    const scripts = [
      { fileName: page, imports: ['assets/shared-a.js'] },
      { fileName: used, imports: [page, other] },
      { fileName: never, imports: [page, used, other, never] },
    ];
    expect(lackingScripts(scripts)).toEqual([]);
  });
});
