import { simplifyAnd, simplifyOr } from "./junction.js";
import type { Node } from "./node.js";
import { NodeTable } from "./table.js";

/** The expressions of a session. */
export class Space extends NodeTable {
  /** All of them hold. */
  and(...nodes: readonly Node[]): Node {
    return this.#junction("and", simplifyAnd(this, flatten("and", nodes)));
  }

  /** At least one of them holds. */
  or(...nodes: readonly Node[]): Node {
    return this.#junction("or", simplifyOr(this, flatten("or", nodes)));
  }

  #junction(kind: "and" | "or", set: ReadonlySet<Node>): Node {
    const [first, second] = set;
    if (first === undefined) return kind === "and" ? this.everything : this.nothing;
    if (second === undefined) return first;
    const operands = [...set].sort((a, b) => a.id - b.id);
    return this.join(kind, operands);
  }
}

function flatten(kind: "and" | "or", nodes: readonly Node[]): Set<Node> {
  const set = new Set<Node>();
  for (const node of nodes) {
    if (node.kind !== "and" && node.kind !== "or") set.add(node);
    else if (node.kind !== kind) set.add(node);
    else for (const operand of node.operands) set.add(operand);
  }
  return set;
}

/** The parts of a conjunction; another node is its own only part. */
export function conjuncts(node: Node): readonly Node[] {
  return node.kind === "and" ? node.operands : [node];
}
