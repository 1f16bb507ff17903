type Stream = { readonly isTTY?: boolean; readonly write: (text: string) => unknown };

/** Where a command says what it has to say: `process` is one. */
export type Terminal = {
  readonly stdout: Stream;
  readonly stderr: Stream;
  readonly env: Readonly<Record<string, string | undefined>>;
};

/** Gives back the exit code, so that a command ends with its last words. */
export function print({ stdout }: Terminal, text: string, code: number): number {
  stdout.write(text);
  return code;
}

export function complain({ stderr }: Terminal, text: string, code: number): number {
  stderr.write(`${text}\n`);
  return code;
}
