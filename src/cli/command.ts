import { parseArgs, type ParseArgsConfig } from 'node:util';
import { parseNumber } from '../formats/text/parse-number.js';
import { isLocale, type Locale } from '../i18n/locale.js';

/** 0: done; 1: the work could not be done, with the reason on stderr; 2: wrong usage. */
export type ExitCode = 0 | 1 | 2;

export interface Command {
  /** Full text of `--help`. */
  help: string;
  /** Does the work. Throws UsageError, Failure and DiskFailure; anything else is a bug, and is told in one line too. */
  run: (args: string[], io: CommandIo) => Promise<void>;
}

/** Where a command reads and writes: the process, or a test. */
export interface CommandIo {
  /** Results, JSON or CSV; waits while the other side is slow, so that a long output never piles up in memory. */
  write: (text: string) => Promise<void>;
  /** One message for people. */
  say: (text: string) => void;
  input: AsyncIterable<Uint8Array>;
}

/** The words on the command line make no sense: exit 2. */
export class UsageError extends Error {}
/** The words do, but the work could not be done: exit 1. */
export class Failure extends Error {}

type Options = NonNullable<ParseArgsConfig['options']>;

/** `parseArgs`, with negative numbers as values and its complaints as UsageError. */
export function readOptions<const T extends Options>(args: string[], options: T, allowPositionals = false) {
  try {
    return parseArgs({ args: joinNegatives(args), options, allowPositionals, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** parseArgs takes `--lon -130.4` for two options; `--lon=-130.4` is what was meant. */
function joinNegatives(args: string[]): string[] {
  const joined: string[] = [];
  for (const arg of args) {
    const before = joined.at(-1);
    if (/^-\.?\d/.test(arg) && before !== undefined && /^--[^=]+$/.test(before))
      joined[joined.length - 1] = `${before}=${arg}`;
    else joined.push(arg);
  }
  return joined;
}

/** A number written in an option; empty text, words and `0x10` are wrong usage. */
export function numberOption(name: string, text: string | undefined): number {
  const value = parseNumber(text);
  if (value === null)
    throw new UsageError(text === undefined ? `--${name} is needed` : `--${name}: "${text}" is no number`);
  return value;
}

export function localeOption(text: string | undefined): Locale | null {
  if (text === undefined) return null;
  if (!isLocale(text)) throw new UsageError(`--lang: "${text}" is none of ja, easy, en, zh, ko`);
  return text;
}

export const writeJson = ({ write }: CommandIo, value: unknown) =>
  write(`${JSON.stringify(value, null, 2)}\n`);
