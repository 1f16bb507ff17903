// What Redocly does not bring: a rule for patterns, and two decorators for the reference page. Plain JavaScript, because
// Redocly's own command loads this file.
import { linearPattern } from "./linear-pattern.mjs";
import { loadJudge } from "./load-judge.mjs";
import { omitForbidden } from "./omit-forbidden.mjs";
import { showExamples } from "./show-examples.mjs";

export default function openapiProof() {
  return {
    id: "openapi-proof",
    rules: { oas3: { "linear-pattern": linearPattern(createJudge()) } },
    decorators: { oas3: { "omit-forbidden": omitForbidden, "show-examples": showExamples } },
  };
}

/** Redocly keeps a plugin for as long as the process lives, and with it the verdicts of this one. */
function createJudge() {
  const verdicts = new Map();
  let judgePattern;
  return (pattern) => {
    // Only a document with a pattern pays for the loading.
    judgePattern ??= loadJudge();
    const verdict = verdicts.get(pattern) ?? judgePattern(pattern);
    verdicts.set(pattern, verdict);
    return verdict;
  };
}
