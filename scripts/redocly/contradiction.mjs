import { createVisits } from "./visits.mjs";

/**
 * A rule for what a schema says to nobody. It is decided for the document as a whole, once the linter has been
 * everywhere. A caller in the same process may hand over the same finder, as the rule's option.
 *
 * Redocly's own rules for examples (`no-invalid-schema-examples` and its like) ask ajv, which runs a pattern whatever it
 * costs, and pass over defaults: here no pattern is run, and what only a request or only a response has may be left out.
 *
 * @typedef {typeof import("../pipeline/checks/files.js").findInFiles} FindInFiles
 * @param {import("../pipeline/checks/contradictions.js").ContradictionRule} rule
 * @param {FindInFiles} ownFind
 */
export function contradiction(rule, ownFind) {
  return function Contradiction({ find = ownFind }) {
    const visits = createVisits();
    return {
      ref: {
        enter: (reference, { type, location }, target) =>
          visits.addReference({ reference, type, location }, target),
      },
      Root: {
        leave(root, { location, report }) {
          const entry = visits.add("document", root, location);
          for (const { message, ...place } of find(rule, entry, visits.list())) {
            const found = visits.locate(place);
            if (found !== undefined) report({ message, location: found });
          }
        },
      },
    };
  };
}
