export function architecture(root?: string): { svg: string; table: string };
export function withTable(text: string, table: string): string;
