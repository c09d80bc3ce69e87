interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(address: string): string | null }): unknown;
}

/**
 * Where the browser knows Trusted Types and the page demands them, plain text is refused wherever it could become
 * script. This is the one exception: addresses of workers and of the service worker, if they are this site's own
 * (or a blob of its own making). Text for HTML and for scripts has no rule here, so it stays refused.
 * Call it once, before anything starts a worker. Where no policy can be made (somebody else made one of its name), the
 * page goes on as in a browser without Trusted Types.
 */
export function installTrustedTypesPolicy(scope: { trustedTypes?: TrustedTypes; location: Location }): void {
  try {
    scope.trustedTypes?.createPolicy('default', {
      createScriptURL: (address) => (isSameOrigin(address, scope.location.href) ? address : null),
    });
  } catch (error) {
    console.warn(error);
    // Svelte would ask for a policy of its own and fail as a whole.
    Reflect.defineProperty(scope, 'trustedTypes', { value: undefined });
  }
}

/** Whether an address leads to the origin of the page it is used on. */
export function isSameOrigin(address: string, page: string): boolean {
  try {
    return new URL(address, page).origin === new URL(page).origin;
  } catch {
    return false;
  }
}
