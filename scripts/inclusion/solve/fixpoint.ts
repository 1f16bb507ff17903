import type { Node } from "../node/node.js";
import { EMPTY, undecided, type Outcome } from "./outcome.js";

/** Finds a value for an expression, or that there is none. */
export type Find = (node: Node) => Outcome;

export type SearchLimits = {
  /** Goals nested deeper count as empty, though never for good. */
  readonly maxDepth: number;
  /** A search without that limit, for what it knows to be empty. */
  readonly full?: Fixpoint;
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
export class Fixpoint {
  readonly #decide: Find;
  readonly #maxDepth: number;
  readonly #full: Fixpoint | undefined;
  readonly #final = new Map<Node, Outcome>();
  readonly #provisional = new Map<Node, Provisional>();
  readonly #open = new Map<Node, number>();
  /** Nodes with a provisional answer, in the order in which they got it. */
  readonly #made: Node[] = [];
  /** The depth of the lowest goal that the goal at hand has leant on so far. */
  #lowest = Infinity;

  /** `decide` looks at one node, and asks `find` for what stands inside of its values. */
  constructor(decide: Find, { maxDepth, full }: SearchLimits = { maxDepth: Infinity }) {
    this.#decide = decide;
    this.#maxDepth = maxDepth;
    this.#full = full;
  }

  readonly find: Find = (node) => {
    const answer = this.#final.get(node) ?? this.#full?.findEmpty(node) ?? this.#leanOn(node);
    if (answer !== undefined) return answer;
    if (this.#open.size >= MAX_DEPTH) return undecided("a value would have to be nested too deeply");
    return this.#explore(node);
  };

  /** Whether it is known for good that there is no value. */
  findEmpty(node: Node): Outcome | undefined {
    const answer = this.#final.get(node);
    return answer?.kind === "empty" ? answer : undefined;
  }

  /** Forgets what is under way, after work was broken off; final answers stay. */
  reset(): void {
    this.#provisional.clear();
    this.#open.clear();
    this.#made.length = 0;
    this.#lowest = Infinity;
  }

  #leanOn(node: Node): Outcome | undefined {
    const known = this.#provisional.get(node);
    if (known !== undefined && (known.low !== CUT || known.depth <= this.#open.size)) {
      this.#lowest = Math.min(this.#lowest, known.low);
      return known.outcome;
    }
    const low = this.#open.get(node) ?? (this.#open.size >= this.#maxDepth ? CUT : undefined);
    if (low === undefined) return undefined;
    this.#lowest = Math.min(this.#lowest, low);
    return EMPTY;
  }

  #explore(node: Node): Outcome {
    const depth = this.#open.size;
    const outer = this.#lowest;
    const mark = this.#made.length;
    this.#lowest = Infinity;
    this.#open.set(node, depth);
    const outcome = this.#decide(node);
    this.#open.delete(node);
    this.#close(node, outcome, depth, this.#made.splice(mark));
    this.#lowest = Math.min(outer, this.#lowest);
    return outcome;
  }

  #close(node: Node, outcome: Outcome, depth: number, since: readonly Node[]): void {
    // What counted this goal as empty was wrong, or may have been.
    if (outcome.kind !== "empty") for (const leaning of since) this.#provisional.delete(leaning);
    if (outcome.kind !== "witness" && this.#lowest < depth) {
      this.#provisional.set(node, { outcome, low: this.#lowest, depth });
      this.#made.push(...since, node);
      return;
    }
    this.#lowest = Infinity;
    this.#final.set(node, outcome);
    for (const leaning of since) if (this.#provisional.delete(leaning)) this.#final.set(leaning, EMPTY);
  }
}
