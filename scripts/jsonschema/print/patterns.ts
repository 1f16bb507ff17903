import { call, Code, code, literal } from "../code/code.js";
import type { PatternVerdict } from "../../pattern/judge.js";

/** The constant that stands for a pattern in generated code, and how it is asked. */
export function printPattern(
  verdict: PatternVerdict | undefined,
  text: Code,
  constant: (value: Code, name: string) => Code,
  runtime: (name: string) => Code,
): Code {
  if (verdict?.kind === "table") {
    const matcher = call(code`/* @__PURE__ */ ${runtime("matcher")}`, literal(verdict.table));
    return call(constant(matcher, "matches"), text);
  }
  if (verdict?.kind !== "regexp") throw new Error("A pattern was printed that had been refused.");
  const pattern = constant(printRegExp(verdict.source, verdict.flags), "pattern");
  return verdict.isDeep ? call(runtime("matchesDeep"), pattern, text) : call(code`${pattern}.test`, text);
}

/** A literal where the engine's own text of it is one; else the constructor, whose argument is quoted. */
function printRegExp(source: string, flags: string): Code {
  const text = new RegExp(source, flags).toString();
  // Who puts the code together takes a slash with a star or another slash for a comment, also in a literal.
  return /[\u2028\u2029\n\r]|[^\0-\uFFFF]|[\uD800-\uDFFF]|\/[*/]/.test(text)
    ? code`/* @__PURE__ */ new RegExp(${source}, ${flags})`
    : new Code(text);
}
