/** What reads archives of tiles, as the one part of the page that is loaded with the first of them. */
export { tileAnswers } from './archive-tiles.js';
export { groundInBox } from './ground-shapes.js';

/** Address of the script this is part of. */
export const thisScript = import.meta.url;
