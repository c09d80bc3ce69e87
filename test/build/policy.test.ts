import { describe, expect, it } from 'vitest';
import { headersFor, pagePolicy, servicesAsked } from '../../build/policy.js';
import { embedPolicy } from '../../build/pages/pages.js';
import { isSameOrigin } from '../../src/thread/trusted-types.js';

const rules = (policy: string) =>
  new Map(
    policy.split('; ').map((rule) => {
      const [name = '', ...values] = rule.split(' ');
      return [name, values];
    }),
  );
const policyOf = (path: string) => rules(headersFor(path)['content-security-policy'] ?? '');

describe('the policies', () => {
  it.each([
    ['page', pagePolicy],
    ['embed', embedPolicy],
  ])('of the %s start from nothing and allow no inline script, style or eval', (_name, policy) => {
    expect(policy).not.toMatch(/unsafe|\*|https?:(?!\/\/)|nonce-/);
    const found = rules(policy);
    expect(found.get('default-src')).toEqual(["'none'"]);
    expect(found.get('script-src')).toEqual(["'self'"]);
    expect(found.get('style-src')).toEqual(["'self'"]);
    expect(found.get('worker-src')).toEqual(["'self'"]);
    for (const name of ['object-src', 'base-uri', 'form-action']) expect(found.get(name)).toEqual(["'none'"]);
    expect(found.get('require-trusted-types-for')).toEqual(["'script'"]);
  });

  it('name the hosts of the services somebody may switch on, and no other', () => {
    expect(servicesAsked).toEqual({
      basemap: ['https://cyberjapandata.gsi.go.jp'],
      national: ['https://disaportaldata.gsi.go.jp'],
      elevation: ['https://cyberjapandata.gsi.go.jp'],
      address: ['https://msearch.gsi.go.jp'],
    });
    expect(rules(pagePolicy).get('connect-src')).toEqual([
      "'self'",
      'blob:',
      'https://cyberjapandata.gsi.go.jp',
      'https://disaportaldata.gsi.go.jp',
      'https://msearch.gsi.go.jp',
    ]);
    // An embed asks nobody.
    expect(embedPolicy).not.toContain('https:');
  });

  it('let anybody frame the embed and nobody the page', () => {
    expect(policyOf('/').get('frame-ancestors')).toEqual(["'none'"]);
    expect(policyOf('/index.html').get('frame-ancestors')).toEqual(["'none'"]);
    expect(policyOf('/embed.html').get('frame-ancestors')).toEqual(['*']);
  });

  it('let the two workers that read files compile WebAssembly, and no other script', () => {
    for (const path of ['/assets/file.worker-abc.js', '/assets/import-worker-abc.js'])
      expect(policyOf(path).get('script-src'), path).toEqual(["'self'", "'wasm-unsafe-eval'"]);
    for (const path of ['/', '/embed.html', '/sw.js', '/assets/worker-abc.js', '/assets/start-overlay.js'])
      expect(policyOf(path).get('script-src'), path).toEqual(["'self'"]);
  });

  it('let nobody frame the page of a view, which itself holds the embed', () => {
    expect(policyOf('/view/treatment.html').get('frame-ancestors')).toEqual(["'none'"]);
    expect(policyOf('/view/treatment.html').get('frame-src')).toEqual(["'self'"]);
  });

  it('let other sites load what is made for them, and hold no window of the page', () => {
    const of = (path: string, name: string) => headersFor(path)[`cross-origin-${name}-policy`];
    for (const path of [
      '/embed.html',
      '/element/mizumichi-map.js',
      '/tiles/towns.geojson',
      '/og/rainfall.jpg',
    ]) {
      expect(of(path, 'resource'), path).toBe('cross-origin');
      expect(of(path, 'opener'), path).toBeUndefined();
    }
    for (const path of ['/', '/index.html', '/view/treatment.html']) {
      expect(of(path, 'resource'), path).toBe('same-origin');
      expect(of(path, 'opener'), path).toBe('same-origin');
    }
    for (const path of ['/sw.js', '/assets/worker-abc.js', '/licences.txt'])
      expect(of(path, 'resource'), path).toBe('same-origin');
  });

  it('leave the element to the policy of the page it runs in', () => {
    const headers = headersFor('/element/parts/worker-abc.js');
    expect(headers).not.toHaveProperty('content-security-policy');
    expect(headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff' });
  });
});

describe('addresses a worker may start from', () => {
  const page = 'https://map.example/folder/index.html';
  it.each([
    ['./assets/worker.js', true],
    ['https://map.example/x.js', true],
    ['blob:https://map.example/0b3f', true],
    ['https://evil.example/x.js', false],
    ['//evil.example/x.js', false],
    ['blob:https://evil.example/0b3f', false],
    ['data:text/javascript,alert(1)', false],
    ['javascript:alert(1)', false],
    ['https://[', false],
  ])('%s: %s', (address, own) => {
    expect(isSameOrigin(address, page)).toBe(own);
  });
});
