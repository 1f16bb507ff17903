// What Redocly does not bring: rules for patterns and for what a schema says to nobody, and two decorators for the
// reference page. Plain JavaScript, because Redocly's own command loads this file.
import { contradiction } from "./contradiction.mjs";
import { linearPattern } from "./linear-pattern.mjs";
import { loadFinder, loadJudge } from "./load-compiled.mjs";
import { omitForbidden } from "./omit-forbidden.mjs";
import { showExamples } from "./show-examples.mjs";

const ID = "openapi-proof";

export default function openapiProof() {
  return {
    id: ID,
    rules: { oas3: { "linear-pattern": linearPattern(createJudge()), ...createContradictions() } },
    decorators: { oas3: { "omit-forbidden": omitForbidden, "show-examples": showExamples } },
  };
}

function createContradictions() {
  const names = ["satisfiable-schema", "exclusive-alternative", "valid-example"];
  let finder;
  // Only where one of the rules is on is it loaded.
  const find = (...question) => (finder ??= loadFinder())(...question);
  return Object.fromEntries(names.map((name) => [name, contradiction(`${ID}/${name}`, find)]));
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
