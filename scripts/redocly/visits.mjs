import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * Where the linter comes from one place of a document to another, by URI: all that is needed to read its files again.
 *
 * @typedef {import("../pipeline/checks/files.js").Visited} Visited
 */
export function createVisits() {
  /** @type {Map<string, Visited>} */
  const visited = new Map();
  const sources = new Map();

  const add = (kind, value, { source, pointer }) => {
    const place = { uri: toUri(source.absoluteRef), pointer: pointer.replace(/^#\/?$/, "#").slice(1) };
    const visit = { ...place, kind, value };
    sources.set(place.uri, source);
    visited.set(keyOf(place), visit);
    return visit;
  };

  /** A reference may name another one, and Redocly tells where the last one leads. */
  const addAlias = (kind, named, { uri, pointer }) => {
    const [file = "", fragment = ""] = named.split("#");
    const alias = { uri: file, pointer: decode(fragment), kind };
    const value = { $ref: `${uri}#${encodeURI(pointer)}` };
    if (!visited.has(keyOf(alias))) visited.set(keyOf(alias), { ...alias, value });
  };

  const addReference = ({ reference: { $ref }, type, location: { source } }, target) => {
    const base = toUri(source.absoluteRef);
    if (target.location === undefined || !URL.canParse($ref, base)) return;
    const kind = type.name.charAt(0).toLowerCase() + type.name.slice(1);
    for (const link of target.chain ?? []) add(kind, link.node, link.location);
    addAlias(kind, new URL($ref, base).href, add(kind, target.node, target.location));
  };

  /** A place as Redocly has it; undefined in a file of which only the name is known. */
  const locate = ({ uri, pointer }) =>
    sources.has(uri) ? { source: sources.get(uri), pointer: `#${pointer}`, reportOnKey: true } : undefined;

  return { add, addReference, list: () => [...visited.values()], locate };
}

function keyOf({ uri, pointer }) {
  return `${uri}#${pointer}`;
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
