type Stream = { readonly isTTY?: boolean; readonly write: (text: string) => unknown };

/** Everything that a command knows of the process it runs in: start.mjs gives the real one, a test its own. */
export type Terminal = {
  /** All that is piped into the command. */
  readonly readStdin: () => Promise<Uint8Array>;
  readonly stdout: Stream;
  readonly stderr: Stream;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Path of the Node that runs, for programs that must run in the same one. */
  readonly node: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The listener is called once when somebody wants the command to end, with the exit code that says so. */
  readonly onInterrupt: (listener: (exitCode: number) => void) => void;
};

/** Gives back the exit code, so that a command ends with its last words. */
export function print({ stdout }: Terminal, text: string, exitCode: number = 0): number {
  stdout.write(text);
  return exitCode;
}

export function complain({ stderr }: Terminal, text: string, exitCode: number = 1): number {
  stderr.write(`${text}\n`);
  return exitCode;
}

/** The day in UTC, as 2026-01-31. */
export function readToday({ now }: Terminal): string {
  return new Date(now()).toISOString().slice(0, 10);
}
