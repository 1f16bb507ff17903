import type { Code } from "../code/code.js";
import { sequence } from "../code/statement.js";
import type { Root } from "../schema/root.js";
import { VALUE } from "./print.js";

export type Parameter = { readonly name: string; readonly type: string; readonly isOptional?: boolean };

export type CompiledFunction = {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  /** `undefined` for `value is X`, where X is the type of the root. */
  readonly returnType: string | undefined;
  readonly body: string;
  /** What the body uses: its own names, and those of constants. */
  readonly names: ReadonlySet<string>;
  /** What it is called after, and its place among the functions that are called after the same. */
  readonly schema: string;
  readonly order: number;
  /** The root that it belongs to, when it is exported. */
  readonly root: Root | undefined;
};

/** The functions of a schema, in the order in which they stand. */
export const KINDS = ["check", "track", "is", "collect", "validate"];

export type ParameterOf = { readonly name: Code; readonly type: string; readonly isOptional?: boolean };

export const VALUE_PARAMETER: ParameterOf = { name: VALUE, type: "unknown" };

/** TypeScript lets a parameter be unread whose name says so (`noUnusedParameters`): some schemas ask nothing. */
export function withParameters(
  parameters: readonly ParameterOf[],
  lines: readonly Code[],
): Pick<CompiledFunction, "parameters" | "body" | "names"> {
  const body = sequence(lines);
  return {
    body: body.text,
    names: body.names,
    parameters: parameters.map(({ name: { text }, ...parameter }) => ({
      ...parameter,
      name: body.names.has(text) ? text : `_${text}`,
    })),
  };
}
