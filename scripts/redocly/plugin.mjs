import { judgePattern } from "./judge-pattern.mjs";
import { linearPattern } from "./linear-pattern.mjs";
import { omitForbidden } from "./omit-forbidden.mjs";
import { showExamples } from "./show-examples.mjs";

/** Redocly keeps a plugin for as long as the process lives, and with it the verdicts of this one. */
export default function jetemail() {
  const verdicts = new Map();
  const judge = (pattern) => {
    const verdict = verdicts.get(pattern) ?? judgePattern(pattern);
    verdicts.set(pattern, verdict);
    return verdict;
  };
  return {
    id: "jetemail",
    rules: { oas3: { "linear-pattern": linearPattern(judge) } },
    decorators: { oas3: { "omit-forbidden": omitForbidden, "show-examples": showExamples } },
  };
}
