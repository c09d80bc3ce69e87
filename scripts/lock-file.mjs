/**
 * What package-lock.json says: whether it is whole, and whether node_modules is what it names.
 * Plain JavaScript without a package: it must work before `npm ci`. Its types are in lock-file.d.mts.
 */

/** The path of the entry that `from` gets when it asks for `name`: as Node looks, beside itself, then outwards. */
function resolvedPath(lock, from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(folder.lastIndexOf('node_modules/') - 1, 0))) {
    const path = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (path in lock.packages) return path;
    if (folder === '') return null;
  }
}

/**
 * Dependencies that no entry stands for. A registry mirror that lacks another platform's binary makes npm leave it
 * out without a word, and `npm ci` then refuses the file wherever the binary is to be had.
 */
export function gaps(lock) {
  const found = Object.entries(lock.packages).flatMap(([wantedBy, entry]) =>
    Object.entries({ ...entry.dependencies, ...entry.optionalDependencies })
      .filter(([name]) => resolvedPath(lock, wantedBy, name) === null)
      .map(([name, range]) => ({
        ...{ name, range, wantedBy },
        optional: entry.optional === true || name in (entry.optionalDependencies ?? {}),
        dev: entry.dev === true,
      })),
  );
  // One that runs needs it: then it is not for development only.
  return found.map((gap) => ({
    ...gap,
    dev: found.every(({ name, dev }) => name !== gap.name || dev),
  }));
}

const copied = [
  ...['version', 'bin', 'cpu', 'os', 'libc', 'engines', 'license', 'funding'],
  ...['dependencies', 'optionalDependencies', 'peerDependencies', 'peerDependenciesMeta'],
];
const sorted = (entries) => Object.fromEntries(entries.sort(([a], [b]) => a.localeCompare(b, 'en')));
const hasParts = (value) => typeof value === 'object' && !Array.isArray(value);

/** The lock with an entry for a gap, made of what `npm view --json` says of the package; in npm's own order. */
export function filled(lock, gap, facts) {
  const rest = {
    ...Object.fromEntries(copied.filter((key) => key in facts).map((key) => [key, facts[key]])),
    ...(gap.dev ? { dev: true } : {}),
    ...(gap.optional ? { optional: true } : {}),
  };
  const entries = Object.entries(rest).map(([key, value]) => [
    key,
    hasParts(value) ? sorted(Object.entries(value)) : value,
  ]);
  const entry = {
    version: facts.version,
    integrity: facts.dist.integrity,
    ...sorted(entries.filter(([key, value]) => key !== 'version' && !hasParts(value))),
    ...sorted(entries.filter(([, value]) => hasParts(value))),
  };
  return {
    ...lock,
    packages: sorted([...Object.entries(lock.packages), [`node_modules/${gap.name}`, entry]]),
  };
}

/**
 * Paths that the lock names and node_modules has not, or has in another version. `installed` is
 * node_modules/.package-lock.json, which npm writes when it is done. A platform has its own binaries only, so an
 * optional package may be absent; without `development` so may what only builds and tests.
 */
export function absent(lock, installed, { development }) {
  return Object.entries(lock.packages)
    .filter(([path, { version, integrity, dev, optional, devOptional }]) => {
      if (path === '') return false;
      const found = installed.packages[path];
      if (found === undefined) return !optional && (development || !(dev || devOptional));
      return found.version !== version || found.integrity !== integrity;
    })
    .map(([path]) => path);
}
