import { canonicalText } from "../../json/value.js";
import type { Node, Opaque, Reference, Values } from "./node.js";
import { ANY, type Types } from "./types.js";

/** What a node says, without its number. */
type Unnumbered<N extends Node> = N extends Node ? Omit<N, "id"> : never;

/** Makes every node once: equal meaning that is seen at sight is one node, so sameness costs nothing. */
export class NodeTable {
  readonly #nodes = new Map<string, Node>();
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
    return this.#nodes.size;
  }

  /** The node of a kind and a key, which tells it from all others of its kind. */
  make(key: string | number, parts: Unnumbered<Node>): Node {
    const name = `${parts.kind} ${key}`;
    const known = this.#nodes.get(name);
    if (known !== undefined) return known;
    // The parts are a node but for the number: they may even come from another node, with its own.
    const node = { ...parts, id: this.#nodes.size } as Node;
    this.#nodes.set(name, node);
    return node;
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
