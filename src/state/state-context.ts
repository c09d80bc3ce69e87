import { getContext, setContext } from 'svelte';

/**
 * A typed slot in the component context. `provide` once near the root, `use` anywhere below;
 * `use` throws when nobody provided, because a component that silently works on its own
 * private copy of the state is far harder to find than an exception.
 */
export interface StateContext<State> {
  provide(state: State): State;
  use(): State;
}

export function stateContext<State>(name: string): StateContext<State> {
  const key = Symbol(name);
  return {
    provide: (state) => setContext(key, state),
    use: () => {
      const state = getContext<State | undefined>(key);
      if (state === undefined)
        throw new Error(`${name} is not provided: call provide() in a parent component`);
      return state;
    },
  };
}
