import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * A rule for what a schema says to nobody. It is decided for the document as a whole, once the linter has been
 * everywhere. A caller in the same process may hand over the same finder, as the rule's option.
 *
 * Redocly's own rules for examples (`no-invalid-schema-examples` and its like) ask ajv, which runs the pattern whatever
 * it costs, and pass over defaults: here no pattern is run, and what only a request or only a response has may be left out.
 *
 * @typedef {typeof import("../pipeline/checks/files.js").findInFiles} FindInFiles
 * @param {import("../pipeline/checks/contradictions.js").ContradictionRule} rule
 * @param {FindInFiles} ownFind
 */
export function contradiction(rule, ownFind) {
  return function Contradiction({ find = ownFind }) {
    /** By URI with fragment. */
    const visited = new Map();
    const sources = new Map();
    const visit = (kind, value, { source, pointer }) => {
      const place = { uri: toUri(source.absoluteRef), pointer: pointer.replace(/^#\/?$/, "#").slice(1) };
      sources.set(place.uri, source);
      const seen = { ...place, kind, value };
      visited.set(`${place.uri}#${place.pointer}`, seen);
      return seen;
    };
    /** A reference may name another one, and Redocly tells where the last one leads. */
    const visitAlias = (kind, named, { uri, pointer }) => {
      const [file = "", fragment = ""] = named.split("#");
      const place = { uri: file, pointer: decode(fragment) };
      const key = `${file}#${place.pointer}`;
      if (!visited.has(key))
        visited.set(key, { ...place, kind, value: { $ref: `${uri}#${encodeURI(pointer)}` } });
    };
    return {
      ref: {
        enter({ $ref }, { type, location: { source } }, { node, location, chain = [] }) {
          const kind = type.name.charAt(0).toLowerCase() + type.name.slice(1);
          const base = toUri(source.absoluteRef);
          if (location === undefined || !URL.canParse($ref, base)) return;
          for (const link of chain) visit(kind, link.node, link.location);
          visitAlias(kind, new URL($ref, base).href, visit(kind, node, location));
        },
      },
      Root: {
        leave(root, { location, report }) {
          const entry = visit("document", root, location);
          for (const { uri, pointer, message } of find(rule, entry, [...visited.values()])) {
            const source = sources.get(uri);
            if (source !== undefined)
              report({ message, location: { source, pointer: `#${pointer}`, reportOnKey: true } });
          }
        },
      },
    };
  };
}

/** Paths of files are relative where the pipeline is the one that lints. */
function toUri(file) {
  return /^https?:/.test(file) ? file : pathToFileURL(resolve(file)).href;
}

function decode(fragment) {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
