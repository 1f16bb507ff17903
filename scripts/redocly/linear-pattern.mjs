/**
 * A `pattern` that backtracks more than linearly hangs whoever runs it on the wrong string. Visitors of Redocly are
 * synchronous (what an asynchronous one reports is lost), and so is the verdict. A caller in the same process may hand
 * over a judge that keeps its verdicts, as the rule's option.
 *
 * @typedef {import("../pattern/judge.js").PatternVerdict} PatternVerdict
 * @param {(pattern: string) => PatternVerdict} ownJudge
 */
export function linearPattern(ownJudge) {
  return function LinearPattern({ judge = ownJudge }) {
    const check = (pattern, location, report) => {
      const message = describeFault(judge(pattern));
      if (message !== undefined) report({ message, location });
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

/** @returns {string | undefined} undefined for a pattern that takes linear time. */
function describeFault(verdict) {
  if (verdict.kind === "invalid") return `This pattern is not a regular expression: ${verdict.message}`;
  if (verdict.attack !== undefined) {
    const { complexity } = verdict.attack;
    return `This pattern takes ${complexity} time. It hangs on ${renderAttack(verdict.attack)}`;
  }
  if (verdict.kind === "unsafe")
    return `This pattern could not be shown to take linear time: ${verdict.reason}`;
  return undefined;
}

/** A JavaScript expression that makes the string. */
function renderAttack({ prefix, pump, repeats, suffix }) {
  return `${JSON.stringify(prefix)} + ${JSON.stringify(pump)}.repeat(${repeats}) + ${JSON.stringify(suffix)}`;
}
