import { code, Code } from "../code.js";
import type { SchemaProblem, SourcePlace } from "../problem.js";
import type { PatternVerdict } from "../../pattern/judge.js";

/** The constant that stands for a pattern in generated code, and how it is asked. */
export function printPattern(
  verdict: PatternVerdict | undefined,
  text: Code,
  constant: (value: Code, name: string) => Code,
  runtime: (name: string) => Code,
): Code {
  if (verdict?.kind === "table") {
    return code`${constant(code`/* @__PURE__ */ ${runtime("matcher")}(${verdict.table})`, "matches")}(${text})`;
  }
  if (verdict?.kind !== "regexp") throw new Error("A pattern was printed that had been refused.");
  const pattern = constant(printRegExp(verdict.source, verdict.flags), "pattern");
  return verdict.isDeep
    ? code`${runtime("matchesDeep")}(${pattern}, ${text})`
    : code`${pattern}.test(${text})`;
}

/** A literal where the engine's own text of it is one; else the constructor, whose argument is quoted. */
function printRegExp(source: string, flags: string): Code {
  const text = new RegExp(source, flags).toString();
  return /[\u2028\u2029\n\r]|[^\0-\uFFFF]|[\uD800-\uDFFF]/.test(text)
    ? code`/* @__PURE__ */ new RegExp(${source}, ${flags})`
    : new Code(text);
}

/** What is to be said of the patterns to those who write the schema. */
export function patternProblems(
  verdicts: ReadonlyMap<string, PatternVerdict>,
  places: ReadonlyMap<string, SourcePlace>,
): readonly SchemaProblem[] {
  return [...verdicts].flatMap(([source, verdict]): SchemaProblem[] => {
    const place = places.get(source);
    const said = describe(verdict);
    return place && said ? [{ ...said, document: place.document, pointer: place.pointer }] : [];
  });
}

function describe(verdict: PatternVerdict): Omit<SchemaProblem, "document" | "pointer"> | undefined {
  switch (verdict.kind) {
    case "regexp":
      return undefined;
    case "invalid":
      return { severity: "error", rule: "pattern", message: `not a regular expression: ${verdict.message}` };
    case "unsafe":
      return {
        severity: "error",
        rule: "unsafe-pattern",
        message: `${verdict.reason}${attackOf(verdict.attack)}`,
      };
    case "table":
      return verdict.why === "faster"
        ? undefined
        : {
            severity: "warning",
            rule: "unsafe-pattern",
            message: `${describeBacktracking(verdict.attack)} as a RegExp; compiled into a linear matcher instead${attackOf(verdict.attack)}`,
          };
  }
}

function describeBacktracking(attack: { readonly complexity: string } | undefined): string {
  return attack ? `${attack.complexity} backtracking` : "not shown to take linear time";
}

function attackOf(attack: { readonly string: string } | undefined): string {
  return attack ? `. A text that takes too long: ${shorten(JSON.stringify(attack.string))}` : "";
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 60)}… (${text.length} characters)` : text;
}
