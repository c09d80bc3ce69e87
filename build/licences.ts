import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { gdalContentsList, gdalLicenseText, gdalPackageVersion } from './gdal-contents.js';

interface PackageFacts {
  name: string;
  version: string;
  license: string;
  /** Text of its licence files; empty where it ships none. */
  text: string;
}

/** Put into the service worker by its own build, which this one does not see. */
const inServiceWorker = [
  'workbox-core',
  'workbox-expiration',
  'workbox-precaching',
  'workbox-routing',
  'workbox-strategies',
];

/** `…/node_modules/@scope/name/…` → the package's folder and name; null for own code. */
export function packageOf(moduleId: string): { folder: string; name: string } | null {
  const path = moduleId.replace(/^\0/, '').split('?')[0] ?? '';
  const match = /^(.*\/node_modules\/)((?:@[^/]+\/)?[^/]+)\//.exec(path);
  const [, parent, name] = match ?? [];
  return parent && name && !name.startsWith('.') ? { folder: parent + name, name } : null;
}

function factsOf(folder: string): PackageFacts {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
    license?: string;
  };
  const texts = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file));
  return {
    name,
    version,
    license: license ?? 'see text',
    text: texts.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n'),
  };
}

const seen = new Map<string, string>();

/** Notes the packages of a bundle; for the builds of workers, which have plugins of their own. */
export function noteBundled(): Plugin {
  return {
    name: 'mizumichi-note-bundled',
    apply: 'build',
    generateBundle() {
      for (const id of this.getModuleIds()) {
        const found = packageOf(id);
        if (found) seen.set(found.name, found.folder);
      }
    },
  };
}

/** Writes licences.txt: every package that is part of what is served, with its version and the text of its licence. */
export function licences(): Plugin {
  return {
    ...noteBundled(),
    name: 'mizumichi-licences',
    generateBundle() {
      for (const id of this.getModuleIds()) {
        const found = packageOf(id);
        if (found) seen.set(found.name, found.folder);
      }
      for (const name of inServiceWorker) {
        const folder = join('node_modules', name);
        if (existsSync(folder)) seen.set(name, folder);
      }
      const facts = [...seen.values()].map(factsOf).sort((a, b) => (a.name < b.name ? -1 : 1));
      const list = facts.map(({ name, version, license }) => `${name} ${version}: ${license}`).join('\n');
      const texts = facts
        .filter(({ text }) => text !== '')
        .map(({ name, version, text }) => `${'='.repeat(72)}\n${name} ${version}\n\n${text}`)
        .join('\n\n');
      this.emitFile({
        type: 'asset',
        fileName: 'licences.txt',
        source: `みずみち: MIT\n\n${list}\n\n${seen.has('gdal3.js') ? inGdal(texts) : texts}\n`,
      });
    },
  };
}

/** What the WebAssembly of gdal3.js consists of goes with it, named one by one. */
function inGdal(texts: string): string {
  const rule = '='.repeat(72);
  return `Inside the WebAssembly of gdal3.js ${gdalPackageVersion}:\n\n${gdalContentsList()}\n\n${texts}\n\n${rule}\nGDAL, and what lies in its source tree\n\n${gdalLicenseText()}`;
}
