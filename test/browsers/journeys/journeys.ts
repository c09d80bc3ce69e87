import { embeds } from './embeds.js';
import { files } from './files.js';
import type { Journey } from './journey.js';
import { mapAndSearch } from './map-and-search.js';
import { offline } from './offline.js';
import { pages } from './pages.js';

/** Every journey, in the order they are gone. */
export const journeys: readonly Journey[] = [...mapAndSearch, ...pages, ...offline, ...files, ...embeds];
