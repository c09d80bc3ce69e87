import { expose } from 'comlink';
import { serveOnPage } from './beside-page.js';
import { createDataApi } from './data-api.js';
import { exposeOnce } from './expose-once.js';

if (typeof document === 'undefined') exposeOnce(createDataApi);
else serveOnPage((port) => expose(createDataApi(), port));
