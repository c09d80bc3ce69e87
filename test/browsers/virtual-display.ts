import { startAndHear, type Started } from './child-process.js';

/** A screen nobody sees (Xvfb), which takes a number of its own. */
export async function startDisplay(): Promise<Started & { name: string }> {
  const args = ['-displayfd', '3', '-screen', '0', '1400x1100x24', '-nolisten', 'tcp'];
  const display = await startAndHear('Xvfb', args, /^(\d+)\n/, { heard: 3 });
  return { ...display, name: `:${display.said}` };
}
