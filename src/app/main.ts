import { startDataClient } from '../thread/client.js';
import { installTrustedTypesPolicy } from '../thread/trusted-types.js';
import { startLoading } from '../thread/data-load.js';

installTrustedTypesPolicy(window);

// As little as can be: the worker sets off for the data while the page itself is still on its way.
const data = startLoading(startDataClient(), new URL('tiles', document.baseURI).href);
try {
  const { openPage } = await import('./page.js');
  await openPage(data);
} catch (error) {
  // Read by public/old-browser.js, which may come later than this.
  document.documentElement.dataset['lost'] = '';
  throw error;
}
