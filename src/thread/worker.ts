import { expose } from 'comlink';
import { serveOnPage } from './beside-page.js';
import { createDataApi } from './data-api.js';

if (typeof document === 'undefined') expose(createDataApi());
else serveOnPage((port) => expose(createDataApi(), port));
