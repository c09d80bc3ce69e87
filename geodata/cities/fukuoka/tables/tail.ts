import { tailOf } from '../../../tables/columns.js';

/** Last three columns of every table; the yearbook has 118 pages. */
export const tail = tailOf(118);
