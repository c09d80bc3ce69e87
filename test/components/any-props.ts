/** Properties of any component, as Svelte's own types have it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- an interface is no record of unknown
export type AnyProps = Record<string, any>;
