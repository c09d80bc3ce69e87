import type { Plugin } from 'vite';
import { embedPolicy } from './pages/pages.js';
import { headersFor } from './policy.js';

/** `vite preview`, and so every end-to-end test, answers with the headers a server should send (SECURITY.md). */
export function securityHeaders(): Plugin {
  return {
    name: 'mizumichi-security-headers',
    configurePreviewServer: ({ middlewares }) => {
      middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://preview');
        for (const [name, value] of Object.entries(headersFor(pathname, embedPolicy)))
          response.setHeader(name, value);
        next();
      });
    },
  };
}
