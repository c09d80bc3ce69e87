/** Flags for Debian's Chromium, as a script of the house and a test start it. */
export const chromiumFlags: string[];
