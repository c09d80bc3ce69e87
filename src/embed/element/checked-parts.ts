import type * as drawing from './draw-element.js';
import { arrive } from '../../thread/import-part.js';
import { patientFetch } from '../../thread/patient-fetch.js';
import { registerParts, type ElementPart } from './parts-registry.js';

/**
 * Every script of the element beside this module, put here by the build (build/element-parts.ts). Whoever pins this
 * module with `integrity` pins them with it: none runs that is not the one named here.
 */
declare const elementParts: Readonly<Record<string, ElementPart>>;
/** The part that draws. */
declare const drawingPart: string;

const folder = new URL(/* @vite-ignore */ './', import.meta.url).href;
const scripts = new Map<string, Promise<void>>();
const copies = new Map<string, Promise<string>>();
const addresses = new Map<string, string>();

export async function openDrawing(): Promise<typeof drawing> {
  // Not with its worker: that one answers questions, and comes when something is asked.
  return (await openScripts(drawingPart)) as typeof drawing;
}

async function open(file: string): Promise<unknown> {
  const [module] = await Promise.all([openScripts(file), ...needsOf(file).workers.map(copy)]);
  return module;
}

/**
 * A browser checks `integrity` of a script, not of what the script imports, and not every browser knows it for
 * imports. So each is asked for by a tag of its own, and only when all that it imports has come and was right: an
 * import then finds that one by its address. Were all asked for at once, one that was refused would be fetched again
 * by whoever imports it, unchecked.
 */
async function openScripts(file: string): Promise<unknown> {
  await script(file);
  return import(/* @vite-ignore */ folder + file);
}

function script(file: string): Promise<void> {
  return once(scripts, file, async () => {
    await Promise.all(needsOf(file).imports.map(script));
    // A tag cannot be given up, nor asked for again: it finds the script in the browser's cache.
    await arrive(folder + file);
    const tag = document.createElement('script');
    const came = new Promise<void>((done, fail) => {
      tag.onload = () => done();
      tag.onerror = () =>
        fail(new Error(`${file} did not come, or is not the one this module was built with`));
    });
    tag.type = 'module';
    tag.crossOrigin = 'anonymous';
    tag.integrity = needsOf(file).integrity;
    tag.nonce = ownNonce();
    tag.src = folder + file;
    document.head.append(tag);
    return came.finally(() => tag.remove());
  });
}

/** From memory: a browser starts no worker from another origin's address, and checks none. */
function copy(file: string): Promise<string> {
  return once(copies, file, async () => {
    const answer = await patientFetch()(folder + file, {
      integrity: needsOf(file).integrity,
      credentials: 'omit',
    });
    if (!answer.ok) throw new Error(`${file} did not come: ${answer.status}`);
    const address = URL.createObjectURL(new Blob([await answer.text()], { type: 'text/javascript' }));
    addresses.set(file, address);
    return address;
  });
}

function copied(file: string): string {
  const address = addresses.get(file);
  if (address === undefined) throw new Error(`${file} was not opened with its part`);
  return address;
}

/** What failed may be asked for again. */
function once<T>(known: Map<string, Promise<T>>, file: string, begin: () => Promise<T>): Promise<T> {
  const begun = known.get(file) ?? begin();
  known.set(file, begun);
  begun.catch(() => known.delete(file));
  return begun;
}

function needsOf(file: string): ElementPart {
  const part = Object.hasOwn(elementParts, file) ? elementParts[file] : undefined;
  if (!part) throw new Error(`${file} is not a part of this module`);
  return part;
}

/** A page whose policy goes by nonce gave one to this module; a module does not know its own tag. */
function ownNonce(): string {
  for (const tag of document.querySelectorAll<HTMLScriptElement>('script[type=module][nonce]'))
    if (tag.src === import.meta.url) return tag.nonce;
  return '';
}

registerParts(folder, { open, copy, copied });
