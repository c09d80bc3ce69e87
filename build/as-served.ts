import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { errorPolicy, headersFor } from './policy.js';

/**
 * `vite preview`, and so `npm start` and every end-to-end test, answers as a server should (SECURITY.md,
 * docs/hosting.md): with its headers, and what is no file of the site with 404, never with the page.
 */
export function asServed(): Plugin {
  return {
    name: 'mizumichi-as-served',
    configurePreviewServer: ({ middlewares, config }) => {
      const folder = join(config.root, config.build.outDir);
      middlewares.use((request, response, next) => {
        const path = servedPath(request.url ?? '/', folder);
        const headers = path === null ? missing : headersFor(path);
        for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
        if (path !== null) return next();
        response.statusCode = 404;
        response.end('404 Not Found\n');
      });
    },
  };
}

const missing = {
  'content-type': 'text/plain; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': errorPolicy,
};

/**
 * The file that an address names, from the site's root; null where it names none.
 * @param address as asked for: path with query, percent-encoded
 * @param folder what is served
 */
export function servedPath(address: string, folder: string): string | null {
  const path = decoded(address.replace(/[?#].*$/s, ''));
  if (path === '/') return path;
  // No way up, no dot files, no folders, and no second spelling of a name: a header goes by the path.
  if (path === null || !path.startsWith('/') || /\/\.|\/\/|\/$|[\\\0]/.test(path)) return null;
  try {
    return statSync(join(folder, path)).isFile() ? path : null;
  } catch {
    return null;
  }
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
