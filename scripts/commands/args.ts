import { parseArgs, type ParseArgsConfig } from "node:util";

type Options = NonNullable<ParseArgsConfig["options"]>;

/** The command was called wrongly: the command prints the message and ends with 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/**
 * Reads `--name value` options; nothing else may stand on the command line.
 * @throws UsageError for an unknown option, a missing value, or a bare word.
 */
export function readOptions<const T extends Options>(argv: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...argv], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(firstSentence(error.message));
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
function firstSentence(message: string): string {
  return message.split(/\. |\n/)[0] ?? message;
}
