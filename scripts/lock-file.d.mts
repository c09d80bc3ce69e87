export interface LockEntry {
  version?: string;
  integrity?: string;
  /** Where it was fetched from: never in this repository's file (.npmrc). */
  resolved?: string;
  dev?: boolean;
  optional?: boolean;
  devOptional?: boolean;
  engines?: { node?: string };
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

export interface Lock {
  /** By path: `node_modules/vite`; the project itself is ''. */
  packages: Record<string, LockEntry>;
}

/** A dependency that no entry of the lock stands for. */
export interface Gap {
  name: string;
  /** As whoever needs it writes it: `0.28.2`, `~2.3.2`. */
  range: string;
  /** Path of who needs it. */
  wantedBy: string;
  optional: boolean;
  dev: boolean;
}

/** What `npm view --json` says of one version. */
export interface PackageFacts extends LockEntry {
  dist: { integrity: string };
}

export function gaps(lock: Lock): Gap[];
export function filled(lock: Lock, gap: Gap, facts: PackageFacts): Lock;
export function absent(lock: Lock, installed: Lock, options: { development: boolean }): string[];
