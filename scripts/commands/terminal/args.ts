// Every command is one file here that exports `run(argv, terminal)`. Only these print and set exit codes.

import { parseArgs, type ParseArgsConfig } from "node:util";
import { describeSystemError } from "../../system-error.js";
import { complain, print, type Terminal } from "./terminal.js";

/** The command cannot do its work. Its message is printed, and it ends with the exit code. */
export class CommandError extends Error {
  override readonly name: string = "CommandError";
  readonly exitCode: number;

  constructor(message: string, exitCode: number = 1, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}

/** The command was called wrongly: it points to its help and ends with 2. */
export class UsageError extends CommandError {
  override readonly name = "UsageError";

  constructor(message: string) {
    super(message, 2);
  }
}

/** @returns the exit code. */
export type Run = (argv: readonly string[], terminal: Terminal) => Promise<number>;

type Options = NonNullable<ParseArgsConfig["options"]>;
type Values<T extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: T; strict: true }>
>["values"];

type Usage<T extends Options> = {
  /** The name of the script in package.json that starts the command. */
  readonly script: string;
  /** What `--help` prints. */
  readonly help: string;
  /** `--help` is not listed. */
  readonly options: T;
  /** Whether words without dashes may stand on the command line. */
  readonly takesWords?: boolean;
};

type Work<T extends Options> = (
  values: Values<T>,
  terminal: Terminal,
  words: readonly string[],
) => number | Promise<number>;

/** The form that every command has: `--help`, options, the work, and an exit code for whatever goes wrong. */
export function createCommand<const T extends Options>(usage: Usage<T>, work: Work<T>): Run {
  return async (argv, terminal) => {
    try {
      if (argv.includes("--help")) return print(terminal, nameProgram(usage.help, usage.script, terminal));
      const { values, positionals } = readArguments(argv, usage);
      return await work(values, terminal, positionals);
    } catch (error) {
      if (error instanceof UsageError) {
        const advice = nameProgram(`See: npm run ${usage.script} -- --help`, usage.script, terminal);
        return complain(terminal, `${error.message}\n${advice}`, error.exitCode);
      }
      if (error instanceof CommandError) return complain(terminal, error.message, error.exitCode);
      const refusal = describeSystemError(error);
      if (refusal === undefined) throw error;
      return complain(terminal, refusal);
    }
  };
}

/** Text that names the command by its script, as the command was called. */
function nameProgram(text: string, script: string, { program }: Terminal): string {
  return program === undefined ? text : text.replaceAll(`npm run ${script} --`, program);
}

/** @throws UsageError for an unknown option, a missing or empty value, or a word where none is taken. */
function readArguments<T extends Options>(
  argv: readonly string[],
  { options, takesWords = false }: Usage<T>,
) {
  try {
    const read = parseArgs({ args: [...argv], options, strict: true, allowPositionals: takesWords });
    const words: readonly string[] = read.positionals;
    if (words.includes("")) throw new UsageError("an argument is empty");
    const empty = Object.entries(read.values).find(([, value]) => value === "");
    if (empty !== undefined) throw new UsageError(`--${empty[0]} needs a value`);
    return read;
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(takeFirstSentence(error.message));
    throw error;
  }
}

/**
 * The value when it is one of `allowed`.
 * @throws UsageError that lists what is allowed.
 */
export function readChoice<const T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const choice = allowed.find((candidate) => candidate === value);
  if (choice === undefined) throw new UsageError(`${option} must be one of: ${allowed.join(", ")}`);
  return choice;
}

/** Node adds advice about positional arguments that does not fit these commands. */
function takeFirstSentence(message: string): string {
  return message.split(/\. |\n/)[0] ?? message;
}
