import { follow, membersOf, memberOf, recordAt, rootOf, type Place } from "../../json/place.js";
import { splitPointer } from "../../json/pointer.js";
import { isMethodField } from "../../spec/methods.js";
import { listOperations } from "../../spec/operations.js";
import { readParameters } from "../../spec/parameters.js";
import type { PointedProblem } from "../problem.js";
import type { Check } from "./check.js";

/** Paths that no URL can be made of as they are written, or that are written twice (OpenAPI 3.1 §4.8.8). */
export const findPathFaults: Check = function* (document) {
  const seen = new Map<string, Place>();
  for (const [path, item] of membersOf(memberOf(rootOf(document), "paths"))) {
    if (!path.startsWith("/")) continue;
    const shape = path.replaceAll(/\{[^}]*\}/g, "{}");
    const first = seen.get(shape);
    seen.set(shape, first ?? item);
    const { pointer } = item;
    if (path.includes("?")) {
      const message =
        "A path ends where its query begins: what follows the question mark belongs into parameters";
      yield { severity: "error", rule: "path", message, pointer };
    }
    if (path.includes("#")) {
      const message = "What follows the # of a path is a fragment, which is never sent (RFC 3986 §3.5)";
      yield { severity: "warning", rule: "path", message, pointer };
    }
    if (first !== undefined) yield reportTwice(item, first);
  }
  for (const operation of listOperations(document)) {
    if (operation.kind !== "path") continue;
    const names = new Set(
      readParameters(operation)
        .filter(({ in: location }) => location === "path")
        .map(({ name }) => name),
    );
    yield* comparePath(operation.path, names, operation.place.pointer);
  }
};

/** One of two operations with one method could never be told from the other; with two methods nothing is lost. */
function reportTwice(item: Place, first: Place): PointedProblem {
  const shared = Object.keys(recordAt(follow(item))).filter(
    (field) => isMethodField(field) && Object.hasOwn(recordAt(follow(first)), field),
  );
  const path = splitPointer(first.pointer).at(-1) ?? "";
  const message = `The path is the same as ${path} but for the names of its parameters`;
  const severity = shared.length > 0 ? "error" : "warning";
  return { severity, rule: "path", message, pointer: item.pointer };
}

function* comparePath(path: string, names: ReadonlySet<string>, pointer: string): Generator<PointedProblem> {
  const expressions = new Set([...path.matchAll(/\{([^}]*)\}/g)].map(([, name = ""]) => name));
  for (const name of expressions) {
    if (names.has(name)) continue;
    const message = `The path has {${name}}, and the operation no path parameter of that name`;
    yield { severity: "error", rule: "path-parameter", message, pointer };
  }
  for (const name of names) {
    if (expressions.has(name)) continue;
    const message = `The path parameter ${JSON.stringify(name)} does not stand in ${path}, so it is never sent`;
    yield { severity: "warning", rule: "path-parameter", message, pointer };
  }
}

/** A parameter of the path is always required (OpenAPI 3.1 §4.8.12.2). */
export const findOptionalPathParameters: Check = function* (document) {
  const seen = new Set<string>();
  for (const operation of listOperations(document)) {
    for (const { in: location, name, place } of readParameters(operation)) {
      if (location !== "path" || recordAt(place)["required"] === true || seen.has(place.pointer)) continue;
      seen.add(place.pointer);
      const message = `The path parameter ${JSON.stringify(name)} must have \`required: true\`. It is read as required`;
      yield { severity: "warning", rule: "path-parameter", message, pointer: place.pointer };
    }
  }
};
