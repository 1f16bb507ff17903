type Stream = { readonly isTTY?: boolean; readonly write: (text: string) => unknown };

export type LastWords = {
  readonly stream: "stdout" | "stderr";
  readonly text: string;
  /** Default: the shell's, which tells the signal. */
  readonly exitCode?: number;
};

/** Everything that a command knows of the process it runs in: start.mjs gives the real one, a test its own. */
export type Terminal = {
  /** All that is piped into the command. */
  readonly readStdin: () => Promise<Uint8Array>;
  readonly stdout: Stream;
  readonly stderr: Stream;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What a person types to call the command, without its options. Default: `npm run` and the name of its script. */
  readonly program?: string | undefined;
  /** Path of the Node that runs, for programs that must run in the same one. */
  readonly node: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /**
   * Prints a line on stderr after so many milliseconds, unless the function that it gives is called before. It does
   * so even while the work holds the event loop.
   */
  readonly announceLater: (line: string, milliseconds: number) => () => void;
  /** What a signal makes the command say from now on; without any it ends the command in silence. */
  readonly setLastWords: (lastWords: LastWords) => void;
  /** A signal ends the command at once, whatever it is at, but for this: it waits until the work is done. */
  readonly withoutInterrupt: <T>(work: () => T) => T;
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

/** The time of the day where the command runs, as 14:05:09. */
export function readClock({ now }: Terminal): string {
  return new Date(now()).toTimeString().slice(0, 8);
}

/** Tells whoever looks at the terminal what takes so long; the function that it gives is called when it is done. */
export function announceWork({ stderr, announceLater }: Terminal, line: string): () => void {
  return stderr.isTTY === true ? announceLater(line, 1000) : () => undefined;
}
