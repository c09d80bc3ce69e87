import { startDataClient } from '../thread/client.js';
import { trustOwnAddresses } from '../thread/trusted-addresses.js';
import { beginLoad } from './data-load.js';

trustOwnAddresses(window);

// As little as can be: the worker sets off for the data while the page itself is still on its way.
const data = beginLoad(startDataClient(), new URL('tiles', document.baseURI).href);
const { openPage } = await import('./page.js');
await openPage(data);
