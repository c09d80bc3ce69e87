/** Flags for Debian's Chromium, as a script of the project and a test start it. */
export const chromiumFlags: string[];

/** Whether a version of Node is in a range of the form `^20.19.0 || >=24`. */
export function inRange(version: string, range: string): boolean;
