import type { Node } from "../node/node.js";
import { EMPTY, undecided, type Outcome } from "./outcome.js";

/** Finds a value for an expression, or that there is none. */
export type Find = (node: Node) => Outcome;

export type Fixpoint = {
  readonly find: Find;
  /** Forgets what is under way, after work was broken off; final answers stay. */
  readonly reset: () => void;
};

/** An answer that holds as long as the goals that it leans on are open. */
type Provisional = { readonly outcome: Outcome; readonly low: number; readonly depth: number };

/** Stands for the limit of depth among the depths of open goals: what leans on it is never final. */
const CUT = -1;
/** Deeper than any value that a document means, and shallower than the engine's stack. */
const MAX_DEPTH = 250;

/**
 * The least fixpoint over recursive schemas. A goal that is met again while it is open counts as empty: a finite
 * value needs no copy of itself inside. "Empty" is final once it leans on no goal that is still open (Tarjan's low
 * marks tell); until then it is dropped when the goal that it leans on finds a value.
 */
export function createFixpoint(decide: Find, spend: (steps: number) => void, maxDepth = Infinity): Fixpoint {
  const final = new Map<Node, Outcome>();
  const provisional = new Map<Node, Provisional>();
  const open = new Map<Node, number>();
  /** Nodes with a provisional answer, in the order in which they got it. */
  let made: Node[] = [];
  /** The depth of the lowest goal that the goal at hand has leant on so far. */
  let lowest = Infinity;

  const find: Find = (node) => {
    const answer = final.get(node) ?? leanOn(node);
    if (answer !== undefined) return answer;
    if (open.size >= MAX_DEPTH) return undecided("the value would be nested too deeply");
    spend(1);
    return explore(node);
  };

  const leanOn = (node: Node): Outcome | undefined => {
    const known = provisional.get(node);
    if (known !== undefined && (known.low !== CUT || known.depth <= open.size)) {
      lowest = Math.min(lowest, known.low);
      return known.outcome;
    }
    const low = open.get(node) ?? (open.size >= maxDepth ? CUT : undefined);
    if (low === undefined) return undefined;
    lowest = Math.min(lowest, low);
    return EMPTY;
  };

  const explore = (node: Node): Outcome => {
    const depth = open.size;
    const outer = lowest;
    const mark = made.length;
    lowest = Infinity;
    open.set(node, depth);
    const outcome = decide(node);
    open.delete(node);
    close(node, outcome, depth, made.splice(mark));
    lowest = Math.min(outer, lowest);
    return outcome;
  };

  const close = (node: Node, outcome: Outcome, depth: number, since: readonly Node[]): void => {
    // What counted this goal as empty was wrong, or may have been.
    if (outcome.kind !== "empty") for (const leaning of since) provisional.delete(leaning);
    const isFinal = outcome.kind === "witness" || lowest >= depth;
    if (!isFinal) {
      provisional.set(node, { outcome, low: lowest, depth });
      made.push(...since, node);
      return;
    }
    lowest = Infinity;
    final.set(node, outcome);
    for (const leaning of since) {
      if (provisional.delete(leaning)) final.set(leaning, EMPTY);
    }
  };

  const reset = (): void => {
    provisional.clear();
    open.clear();
    made = [];
    lowest = Infinity;
  };

  return { find, reset };
}
