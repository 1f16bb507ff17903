import { singleName } from "../../atoms/object.js";
import type { Node } from "../../node/node.js";
import { conjuncts } from "../../node/space.js";

type Asked = { readonly isRequired: boolean; readonly values: readonly Node[] };

/** What a branch asks of single names. */
export type ReadBranch = (branch: Node) => ReadonlyMap<string, Asked>;

/** Of one branch it is asked in every model. */
export function createReadBranch(): ReadBranch {
  const known = new Map<Node, ReadonlyMap<string, Asked>>();
  return (branch) => {
    const asked = known.get(branch) ?? readBranch(branch);
    known.set(branch, asked);
    return asked;
  };
}

function readBranch(branch: Node): ReadonlyMap<string, Asked> {
  const asked = new Map<string, Asked>();
  const of = (name: string): Asked => asked.get(name) ?? { isRequired: false, values: [] };
  for (const part of conjuncts(branch)) {
    if (part.kind === "required") asked.set(part.name, { ...of(part.name), isRequired: true });
    const name = part.kind === "each-property" ? singleName(part.names) : undefined;
    if (part.kind !== "each-property" || name === undefined) continue;
    asked.set(name, { ...of(name), values: [...of(name).values, part.value] });
  }
  return asked;
}
