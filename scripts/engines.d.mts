export type EngineId = 'chromium' | 'firefox' | 'webkit';
export const engines: Record<EngineId, { name: string; packages: readonly string[] }>;
export function enginePrograms(id: EngineId): readonly [browser: string, ...others: string[]] | null;
