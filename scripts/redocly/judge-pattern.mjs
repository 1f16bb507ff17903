import { createRequire } from "node:module";

/**
 * @typedef {| { kind: "linear" }
 *   | { kind: "superlinear", complexity: string, attack: string }
 *   | { kind: "invalid", reason: string }
 *   | { kind: "unknown", reason: string }} Verdict
 * `complexity` is a word, "exponential" or "polynomial"; `attack` is a JavaScript expression that makes the string.
 */

/**
 * recheck's verdict. A proof on the automaton takes milliseconds or much too long, where a search for an attack
 * always takes half a second: so the proof has a short time, and the search is for what it leaves undecided.
 *
 * @param {string} pattern
 * @returns {Verdict}
 */
export function judgePattern(pattern) {
  const flags = findFlags(pattern);
  if (typeof flags !== "string") return flags;
  // Loading recheck takes longer than all other rules together: only a document with a pattern pays for it.
  const { checkSync } = createRequire(import.meta.url)("recheck");
  const proof = checkSync(pattern, flags, { checker: "automaton", timeout: 100 });
  return toVerdict(proof.status === "unknown" ? checkSync(pattern, flags) : proof);
}

/** As validators do: with `u`, as JSON Schema 2020-12 §6.4 recommends, and without where only that is valid. */
function findFlags(pattern) {
  for (const flags of ["u", ""]) {
    try {
      return new RegExp(pattern, flags).flags;
    } catch (error) {
      if (flags === "") return { kind: "invalid", reason: error.message };
    }
  }
}

function toVerdict({ status, complexity, attack, error }) {
  switch (status) {
    case "safe":
      return { kind: "linear" };
    case "vulnerable":
      return { kind: "superlinear", complexity: complexity.type, attack: attack.pattern };
    default:
      return { kind: "unknown", reason: error.kind };
  }
}
