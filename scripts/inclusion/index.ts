/**
 * Is every value of this schema a value of that one? Decided for JSON Schema 2020-12, by a search for a value of the
 * first that the second refuses, which either finds one or shows that there is none.
 */
import { openSession, type Decision, type Question, type SessionOptions } from "./session.js";

export { openSession } from "./session.js";
export type { Format } from "./compile/compile.js";
export type { Address } from "./node/node.js";
export type { Decision, Session } from "./session.js";
export type { Side } from "./source.js";

export type DecideOptions = SessionOptions &
  Question & {
    /** Documents that the schemas may refer to, by absolute URI. */
    readonly documents?: ReadonlyMap<string, unknown>;
  };

/** Whether every value of the schema `a` is a value of the schema `b`; `#` in a reference is the schema itself. */
export function decide(a: unknown, b: unknown, options: DecideOptions = {}): Decision {
  const { documents = new Map<string, unknown>() } = options;
  const sides = [
    { documents: new Map([...documents, [A, a]]) },
    { documents: new Map([...documents, [B, b]]) },
  ];
  return openSession(sides, options).ask({ document: A, pointer: "" }, { document: B, pointer: "" }, options);
}

const A = "schema:///a";
const B = "schema:///b";
