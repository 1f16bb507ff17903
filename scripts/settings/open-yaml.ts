import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document } from "yaml";
import type { Problem } from "../pipeline/problem.js";
import type { Part, Path } from "./part.js";

export type OpenYaml = {
  readonly root: Part;
  /** All that was reported of it so far; what is no YAML stands in it from the start, and the root is empty then. */
  readonly problems: readonly Problem[];
};

/**
 * A file of settings, to be read part by part.
 * @param file as messages call it.
 * @param schema `failsafe` takes every scalar for a text.
 */
export function openYaml(text: string, file: string, schema: "core" | "failsafe" = "core"): OpenYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, schema, merge: true, prettyErrors: false });
  const problems: Problem[] = [];
  const add = (rule: string, message: string, offset: number): void => {
    const { line, col } = lines.linePos(offset);
    const place = { file, line: Math.max(1, line), column: Math.max(1, col) };
    problems.push({ severity: "error", rule, message, ...place });
  };
  for (const { message, pos } of document.errors) add("syntax", message, pos[0]);
  const value: unknown = problems.length > 0 ? undefined : document.toJS();
  const report: Part["report"] = (path, message, on = "value") =>
    add("settings", message, findOffset(document, path, on));
  return { root: { value, path: [], report }, problems };
}

/** Of what stands there, or of what it would stand in. */
function findOffset(document: Document, path: Path, on: "key" | "value"): number {
  if (path.length === 0) return readOffset(document.contents) ?? 0;
  const outer = path.slice(0, -1);
  const found = on === "key" ? findKey(document, path) : document.getIn(path, true);
  return readOffset(found) ?? findOffset(document, outer, "value");
}

function findKey(document: Document, path: Path): unknown {
  const outer: unknown = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const name = path.at(-1);
  return isMap(outer)
    ? outer.items.find(({ key }) => isScalar(key) && String(key.value) === name)?.key
    : undefined;
}

function readOffset(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
