/**
 * A `pattern` that backtracks more than linearly hangs whoever runs it on the wrong string.
 *
 * Visitors of Redocly are synchronous: an asynchronous one reports nothing. So a caller in the same process hands
 * over verdicts that it made before, as the rule's option `verdicts` (a Map from pattern to verdict), and only a
 * pattern that is not among them is judged here.
 *
 * @typedef {import("./judge-pattern.mjs").Verdict} Verdict
 * @param {(pattern: string) => Verdict} judge
 */
export function linearPattern(judge) {
  return function LinearPattern({ verdicts = new Map() }) {
    const check = (pattern, location, report) => {
      const verdict = verdicts.get(pattern) ?? judge(pattern);
      if (verdict.kind !== "linear") report({ message: describeVerdict(verdict), location });
    };
    return {
      Schema(schema, { location, report }) {
        if (typeof schema.pattern === "string") check(schema.pattern, location.child("pattern"), report);
        for (const pattern of Object.keys(schema.patternProperties ?? {})) {
          check(pattern, location.child(["patternProperties", pattern]).key(), report);
        }
      },
    };
  };
}

function describeVerdict(verdict) {
  switch (verdict.kind) {
    case "superlinear":
      return `This pattern takes ${verdict.complexity} time. It hangs on ${verdict.attack}`;
    case "invalid":
      return `This pattern is not a regular expression: ${verdict.reason}`;
    default:
      return `This pattern could not be shown to take linear time: ${verdict.reason}`;
  }
}
