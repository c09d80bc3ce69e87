import type { WorkbenchServices } from '../workbench-context.js';

/** Sources of the shown layers, each once, from the manifest of the data; none when it cannot be read. */
export async function layoutSources(
  { manifest }: Pick<WorkbenchServices, 'manifest'>,
  layers: readonly string[],
): Promise<string[]> {
  try {
    const built = await manifest();
    return [...new Set(layers.flatMap((id) => built.layers[id]?.sources ?? []))];
  } catch {
    return [];
  }
}
