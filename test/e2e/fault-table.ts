/** What can go wrong, how it is provoked, what the person sees and what still works: docs/reliability.md prints it. */
export interface FaultRow {
  id: string;
  fault: string;
  provoked: string;
  sees: string;
  works: string;
  /** Where it is proved: `matrix` is test/e2e/faults.spec.ts, which has a test for every such row. */
  proof: 'matrix' | (string & {});
}

const rows = [
  {
    id: 'offline-at-start',
    fault: 'Offline at start',
    provoked: 'One visit, then the browser context offline, then a reload or a shared link',
    sees: 'A line with the date of the data',
    works: 'Search, answer, map, tables, five languages, all from the stored set',
    proof: 'test/e2e/offline.spec.ts',
  },
  {
    id: 'offline-mid-use',
    fault: 'Offline in the middle of use, nothing stored',
    provoked: 'Service worker blocked, context offline after the first answer',
    sees: 'A line with the date of the data',
    works: 'Search and answers for every place; parts of the page not yet fetched say so',
    proof: 'matrix',
  },
  {
    id: 'slow-2g',
    fault: 'Slow 2G',
    provoked: 'The data at 6 kB/s after 2 s of waiting each',
    sees: 'The page with its progress; nothing is answered before what an answer needs is there and checked',
    works: 'Everything, once it is there',
    proof: 'matrix',
  },
  {
    id: 'no-data-at-all',
    fault: 'DNS failure, every data file at once',
    provoked: 'ERR_NAME_NOT_RESOLVED for all of tiles/',
    sees: 'Every layer by name with its reason; the place is "unknown", never "outside" and never "none"',
    works: 'The page, its words, the buttons to try again',
    proof: 'matrix',
  },
  {
    id: 'files-damaged',
    fault: '404, 500, truncated, HTML instead of JSON, hash mismatch',
    provoked:
      'One file each answered so in one visit; every fault for every file in test/worker/faults.test.ts',
    sees: 'Each layer by name with its reason, and "unknown" in its part of the report',
    works: 'Every part whose own layer came',
    proof: 'matrix',
  },
  {
    id: 'wrong-type',
    fault: 'Wrong content type with the right content',
    provoked: 'A layer sent as image/png',
    sees: 'Nothing: the hash counts, not the label',
    works: 'Everything',
    proof: 'test/worker/faults.test.ts',
  },
  {
    id: 'manifest-missing',
    fault: 'The manifest is missing or damaged',
    provoked: '404 for manifest.json',
    sees: 'Nothing: the manifest built into the program vouches for the same files',
    works: 'Everything',
    proof: 'matrix',
  },
  {
    id: 'two-versions',
    fault: 'A manifest of one version beside a file of another',
    provoked: 'Reader that gives different versions until asked past the caches',
    sees: 'Nothing when the set can be had whole; otherwise the layer by name',
    works: 'All of one version, or that part unknown',
    proof: 'test/worker/faults.test.ts',
  },
  {
    id: 'nonsense',
    fault: 'A file that matches its hash and makes no sense',
    provoked: 'Coordinates nested wrongly, with the hash that fits',
    sees: 'The layer by name',
    works: 'Every other layer',
    proof: 'test/worker/faults.test.ts',
  },
  {
    id: 'layer-missing',
    fault: 'Any one layer away',
    provoked: 'Every layer of a report left out in turn',
    sees: '"Unknown" in exactly its part; design level and certainty say what they could not look at',
    works: 'Every other part, with the same answer as before',
    proof: 'test/worker/missing-layers.test.ts',
  },
  {
    id: 'worker-crash',
    fault: 'The data thread breaks down',
    provoked: 'An error thrown in the worker, with the data server gone',
    sees: 'The answer, a moment later',
    works: 'Everything: a new thread is given the checked files and the question again',
    proof: 'matrix',
  },
  {
    id: 'worker-silent',
    fault: 'The data thread dies without a word, or breaks again and again',
    provoked: 'A thread that never answers; threads that all break',
    sees: 'The answer after 19 s at most; "failed" after the second break',
    works: 'Everything',
    proof: 'test/worker/watched-thread.test.ts',
  },
  {
    id: 'program-part-missing',
    fault: 'A part of the program itself does not come',
    provoked: '404 for the page script',
    sees: 'In two languages: what happened, a button, the tables without the map, a number to call',
    works: 'The tables of embed.html, which need no script',
    proof: 'matrix',
  },
  {
    id: 'old-browser',
    fault: 'A browser older than the oldest supported one',
    provoked: 'structuredClone taken away',
    sees: 'In two languages: which browsers work, the tables without the map, a number to call',
    works: 'The tables of embed.html',
    proof: 'matrix',
  },
  {
    id: 'webgl-missing',
    fault: 'No WebGL',
    provoked: 'getContext gives null',
    sees: '"This device cannot draw the map", with the ways around it',
    works: 'Everything but the drawn map',
    proof: 'test/e2e/states.spec.ts',
  },
  {
    id: 'webgl-restored',
    fault: 'The graphics context is lost and comes back',
    provoked: 'WEBGL_lose_context, then restoreContext',
    sees: 'The map, drawn again',
    works: 'Everything',
    proof: 'test/e2e/map-smoke.spec.ts',
  },
  {
    id: 'webgl-lost',
    fault: 'The graphics context is lost for good',
    provoked: 'WEBGL_lose_context and no more',
    sees: 'After 5 s a message with a button that draws anew',
    works: 'Search, answer, tables',
    proof: 'matrix',
  },
  {
    id: 'indexeddb-blocked',
    fault: 'IndexedDB blocked',
    provoked: 'indexedDB.open throws',
    sees: 'On the bench: the work cannot be kept here, save a project file',
    works: 'The bench itself, the page, the answers',
    proof: 'matrix',
  },
  {
    id: 'indexeddb-full',
    fault: 'Storage full',
    provoked: 'Every write answers QuotaExceededError, then a file is laid over',
    sees: 'On the bench: no room, save a project file',
    works: 'The file that was laid over, everything else',
    proof: 'matrix',
  },
  {
    id: 'localstorage-denied',
    fault: 'localStorage denied',
    provoked: 'Its getter throws',
    sees: 'Nothing; a choice of language is not remembered',
    works: 'Everything',
    proof: 'matrix',
  },
  {
    id: 'clock-wrong',
    fault: 'The clock is wrong',
    provoked: 'The page lives in 1987',
    sees: 'The dates of the data, which are not the clock’s',
    works: 'Everything',
    proof: 'matrix',
  },
  {
    id: 'update-mid-session',
    fault: 'A new version in the middle of a session, two tabs, one of its files damaged at first',
    provoked: 'A newer service worker with changed data behind the same door',
    sees: 'Nothing until the new set is stored whole; then a choice; the other tab is told and goes on with its own set',
    works: 'Everything, each tab from one version',
    proof: 'matrix',
  },
  {
    id: 'back-forward',
    fault: 'Away to another page and back',
    provoked: 'Navigation and the browser’s back button, with the back/forward cache allowed',
    sees: 'The same answer',
    works: 'Everything',
    proof: 'matrix',
  },
  {
    id: 'tab-frozen',
    fault: 'The tab is frozen by the browser and woken',
    provoked: 'Page.setWebLifecycleState frozen, then active',
    sees: 'The same answer',
    works: 'Everything',
    proof: 'matrix',
  },
  {
    id: 'services-away',
    fault: 'National tile servers down or wrong',
    provoked: 'Their tiles aborted, 404, of unknown colours',
    sees: 'Which of the four whites it is: unreachable is not dry',
    works: 'Everything of this map’s own',
    proof: 'test/e2e/national.spec.ts',
  },
  {
    id: 'killed',
    fault: 'Browser and server killed (kill -9) in the middle of an import',
    provoked: 'SIGKILL to both processes while a large file is being read',
    sees: 'After the restart: overlays and sketch as of the last finished action',
    works: 'Everything',
    proof: 'test/e2e/faults-kill.spec.ts',
  },
] as const satisfies readonly FaultRow[];

export type MatrixId = Extract<(typeof rows)[number], { proof: 'matrix' }>['id'];
export const faultTable: readonly FaultRow[] = rows;
export const matrixRows = rows.filter(
  (row): row is Extract<(typeof rows)[number], { proof: 'matrix' }> => row.proof === 'matrix',
);
