import { createRegistry, locate, type Registry } from "../jsonschema/schema/registry.js";
import { KEYWORDS } from "./compile/keywords.js";
import type { Source, View } from "./compile/spot.js";
import type { Unified } from "./compile/unify.js";
import type { Address } from "./node/node.js";

/** Documents that refer to each other. Their URIs are absolute, and no URI stands on two sides. */
export type Side = {
  readonly documents: ReadonlyMap<string, unknown>;
  /** The schemas that will be asked about; without them, the documents are schemas. */
  readonly schemas?: readonly Address[];
  /** How each schema object is read. Default: as it is. */
  readonly view?: View;
};

/** A document that comes later. */
export type Addition = {
  readonly uri: string;
  readonly root: unknown;
  /** A document of the side that it joins. */
  readonly beside: string;
  /** How its own schema objects are read. Default: as they are. */
  readonly view?: View;
  /**
   * JSON Pointer of the one place where it differs from the document that it is beside. What does not lead there is
   * not read again.
   */
  readonly changed?: string;
};

export function openSource({ documents, schemas = [], view = readAsItIs }: Side): Source {
  return { registry: createRegistry(documents, schemas, holds), view };
}

export function addDocument(source: Source, addition: Addition, unified: Unified): Source {
  const { uri, beside, changed, view = readAsItIs } = addition;
  const registry = extendRegistry(source.registry, addition);
  const extended: Source = {
    registry,
    view: (schema, place, all) => (place.document.uri === uri ? view : source.view)(schema, place, all),
    ...(source.redirect && { redirect: source.redirect }),
  };
  if (changed === undefined || hasNames(source.registry)) return extended;
  const isApart = unified.isApartFrom(beside, changed);
  return {
    ...extended,
    redirect: ({ document, pointer }) => {
      if (document.uri !== uri) return undefined;
      const place = locate(registry, beside, pointer);
      return isApart(place) ? { source, place } : undefined;
    },
  };
}

const readAsItIs: View = (schema) => schema;
const holds = (keyword: string) => KEYWORDS.get(keyword)?.holds;

/** Whether schemas have names of their own, by which the copy of a document would have to be searched as well. */
function hasNames({ documents, resources, anchors }: Registry): boolean {
  return anchors.size > 0 || resources.size > documents.size;
}

function extendRegistry(registry: Registry, { uri, root, beside, changed }: Addition): Registry {
  const isNamed = changed !== undefined && hasNames(registry);
  const schemas = isNamed ? listSchemas(registry, beside).map((pointer) => ({ document: uri, pointer })) : [];
  const own = createRegistry(new Map([[uri, root]]), schemas, isNamed ? holds : () => undefined);
  return {
    documents: new Map([...registry.documents, ...own.documents]),
    resources: new Map([...registry.resources, ...own.resources]),
    anchors: new Map([...registry.anchors, ...own.anchors]),
    dynamicAnchors: new Map([...registry.dynamicAnchors, ...own.dynamicAnchors]),
  };
}

/** The places in a document that have names. */
function listSchemas({ resources, anchors }: Registry, uri: string): readonly string[] {
  const named = [...resources.values(), ...anchors.values()];
  return named.filter(({ document }) => document.uri === uri).map(({ pointer }) => pointer);
}
