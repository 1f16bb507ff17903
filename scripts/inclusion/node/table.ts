import { canonicalText } from "../../json/value.js";
import type { Junction, Node, Opaque, Reference, Values } from "./node.js";
import { ANY, type Types } from "./types.js";

/** What a node says, without its number. */
type Unnumbered<N extends Node> = N extends Node ? Omit<N, "id"> : never;

/** Makes every node once: equal meaning that is seen at sight is one node, so sameness costs nothing. */
export class NodeTable {
  readonly #nodes = new Map<string, Node>();
  readonly #junctions = { and: new Map<number, Junction[]>(), or: new Map<number, Junction[]>() };
  #size = 0;
  readonly everything = this.make("", { kind: "everything" });
  readonly nothing = this.make("", { kind: "nothing" });
  /** Denials found so far, both ways. */
  readonly denials = new Map<Node, Node>([
    [this.everything, this.nothing],
    [this.nothing, this.everything],
  ]);

  /** Counts work, and throws when there was too much of it. */
  readonly spend: (steps: number) => void;

  constructor(spend: (steps: number) => void) {
    this.spend = spend;
  }

  get size(): number {
    return this.#size;
  }

  /** The node of a kind and a key, which tells it from all others of its kind. */
  make(key: string | number, parts: Unnumbered<Node>): Node {
    const name = `${parts.kind} ${key}`;
    const known = this.#nodes.get(name);
    if (known !== undefined) return known;
    // The parts are a node but for the number: they may even come from another node, with its own.
    const node = { ...parts, id: this.#size++ } as Node;
    this.#nodes.set(name, node);
    return node;
  }

  /** The same for operands in the order of their numbers. There are more junctions than all else: none has a text. */
  join(kind: Junction["kind"], operands: readonly Node[]): Junction {
    const hash = hashOf(operands);
    const alike = this.#junctions[kind].get(hash) ?? [];
    const known = alike.find((other) => areSame(other.operands, operands));
    if (known !== undefined) return known;
    const junction = { kind, operands, id: this.#size++ };
    this.#junctions[kind].set(hash, [...alike, junction]);
    return junction;
  }

  types(types: Types): Node {
    if (types === 0) return this.nothing;
    return types === ANY ? this.everything : this.make(types, { kind: "types", types });
  }

  oneOf(values: Iterable<unknown>): Node {
    return this.#values("one-of", values);
  }

  noneOf(values: Iterable<unknown>): Node {
    return this.#values("none-of", values);
  }

  #values(kind: Values["kind"], list: Iterable<unknown>): Node {
    const values = new Map([...list].map((value) => [canonicalText(value), value]));
    if (values.size === 0) return kind === "one-of" ? this.nothing : this.everything;
    this.spend(values.size);
    return this.make([...values.keys()].toSorted().join("\n"), { kind, values });
  }

  reference(parts: Omit<Reference, "id" | "kind">): Node {
    return this.make(`${parts.positive ? "+" : "-"}${parts.key}`, { kind: "reference", ...parts });
  }

  opaque(parts: Omit<Opaque, "id" | "kind">): Node {
    const key = `${parts.positive ? "+" : "-"}${parts.types} ${parts.name}`;
    return this.make(key, { kind: "opaque", ...parts });
  }
}

/** Few lists of nodes have the same one. */
function hashOf(nodes: readonly Node[]): number {
  let hash = nodes.length;
  for (const { id } of nodes) {
    hash = Math.imul(hash ^ id, 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash;
}

function areSame(some: readonly Node[], others: readonly Node[]): boolean {
  if (some.length !== others.length) return false;
  for (let at = 0; at < some.length; at++) if (some[at] !== others[at]) return false;
  return true;
}
