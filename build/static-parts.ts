import { existsSync, readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { embedPolicy, staticPages } from './pages/pages.js';
import { pagePolicy } from './policy.js';

/**
 * Writes what an embed shows without JavaScript, its policy, and the pages and oEmbed records of the main
 * views, from the built data. `SITE_URL=https://…/` gives them absolute addresses (docs/embed.md).
 */
export function staticParts(): Plugin {
  const parts = () =>
    staticPages({
      read: (file) => readFileSync(`public/tiles/${file}`, 'utf8'),
      hasPicture: (view) => existsSync(`public/og/${view}.jpg`),
      siteUrl: process.env.SITE_URL ?? null,
    });
  return {
    name: 'mizumichi-static-parts',
    enforce: 'post',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { filename }) =>
        filename.endsWith('embed.html')
          ? withPolicy(html, embedPolicy)
              .replace('<!-- still -->', () => parts().embedBody)
              .replace(/<link rel="manifest"[^>]*>/, '')
          : withPolicy(html, pagePolicy),
    },
    generateBundle() {
      for (const { name, text } of parts().files)
        this.emitFile({ type: 'asset', fileName: name, source: text });
    },
  };
}

/** First of all in the head: what stands before a policy is not under it. */
function withPolicy(html: string, policy: string): string {
  return html.replace(
    '<meta charset="utf-8" />',
    (first) => `${first}\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
  );
}
