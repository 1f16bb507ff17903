import { membersOf, memberOf, recordAt, rootOf } from "../../json/place.js";
import { appendPointer } from "../../json/pointer.js";
import { listOperations, type Operation } from "../../spec/operations.js";
import { readParameters } from "../../spec/parameters.js";
import type { PointedProblem } from "../problem.js";
import type { Check } from "./check.js";

/** Paths that are no paths, or that are written twice (OpenAPI 3.1 §4.8.8). */
export const findPathFaults: Check = function* (document) {
  const seen = new Map<string, string>();
  for (const [path, { pointer }] of membersOf(memberOf(rootOf(document), "paths"))) {
    const shape = path.replaceAll(/\{[^}]*\}/g, "{}");
    const first = seen.get(shape);
    seen.set(shape, first ?? path);
    if (path.includes("#")) {
      const message = "What follows the # of a path is a fragment, which is never sent (RFC 3986 §3.5)";
      yield { severity: "warning", rule: "path", message, pointer };
    }
    if (first !== undefined) {
      const message = `The path is the same as ${first} but for the names of its parameters`;
      yield { severity: "warning", rule: "path", message, pointer };
    }
  }
  for (const operation of listOperations(document)) {
    if (operation.kind !== "path") continue;
    const parameters = readParameters(operation);
    const namesIn = (wanted: string): ReadonlySet<string> =>
      new Set(parameters.filter((parameter) => parameter.in === wanted).map(({ name }) => name));
    yield* findQuery(operation, namesIn("query").size > 0);
    yield* comparePath(operation.path, namesIn("path"), operation.place.pointer);
  }
};

/** A path ends where its query begins (RFC 3986 §3.3): another query cannot follow. */
function* findQuery({ path }: Operation, hasParameters: boolean): Generator<PointedProblem> {
  if (!path.includes("?")) return;
  const message = "The path has a query, which belongs into parameters";
  yield {
    severity: hasParameters ? "error" : "warning",
    rule: "path",
    message: hasParameters ? `${message}: those of the operation cannot be added to it` : message,
    pointer: appendPointer("/paths", path),
  };
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
