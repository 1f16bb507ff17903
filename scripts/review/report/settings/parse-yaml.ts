import { isNode, LineCounter, parseDocument, type Document } from "yaml";

/** Keys and indexes that lead to a value. */
export type Path = readonly (string | number)[];

export type Yaml = {
  readonly value: unknown;
  /** `12:3`, of what stands there, or of what it would stand in. */
  readonly placeOf: (path: Path) => string;
  /** The first thing that is no YAML. */
  readonly error: { readonly message: string; readonly place: string } | undefined;
};

/** @param schema `failsafe` takes every scalar for a text. */
export function parseYaml(text: string, schema: "core" | "failsafe"): Yaml {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, schema });
  const say = (offset: number): string => {
    const { line, col } = lineCounter.linePos(offset);
    return `${line}:${col}`;
  };
  const [error] = document.errors;
  return {
    value: error === undefined ? document.toJS() : undefined,
    placeOf: (path) => say(offsetOf(document, path)),
    error: error && { message: error.message.split(/ at line |\n/)[0] ?? "", place: say(error.pos[0]) },
  };
}

function offsetOf(document: Document, path: Path): number {
  const node: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
  if (isNode(node) && node.range) return node.range[0];
  return path.length === 0 ? 0 : offsetOf(document, path.slice(0, -1));
}
