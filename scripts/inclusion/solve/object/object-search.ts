import type { Node } from "../../node/node.js";
import type { Limits } from "./limits.js";
import { createCells, type Cell } from "./names.js";
import { namesOf, type ObjectShape } from "./object-shape.js";
import { EMPTY, undecided, witness, type Outcome, type Undecided } from "../outcome.js";
import { findStrings } from "../several.js";
import type { Solver } from "../solver.js";

/** Objects with more properties are not built. */
const MAX_PROPERTIES = 100_000;

/** A property of the object that is being built: what its value is asked for, and the value. */
type Chosen = { readonly limit: Node; readonly value: unknown };

/** Builds one object, with backtracking over the names of properties that some name must have. */
export class ObjectSearch {
  readonly #solver: Solver;
  readonly #shape: ObjectShape;
  readonly #limits: Limits;
  readonly #cells: (names: Node, value: Node) => Iterable<Cell>;
  readonly #listed: ReadonlySet<string>;
  readonly #chosen = new Map<string, Chosen>();
  /** Why a way that was left may have led to an object. */
  #doubt: Undecided | undefined;

  constructor(solver: Solver, shape: ObjectShape, limits: Limits) {
    this.#solver = solver;
    this.#shape = shape;
    this.#limits = limits;
    this.#cells = createCells(solver, shape);
    this.#listed = namesOf(shape);
  }

  run(names: readonly string[]): Outcome {
    let unsure: Undecided | undefined;
    for (const name of names) {
      const outcome = this.#findValue(name, this.#limits(name).node);
      if (outcome.kind === "empty") return EMPTY;
      if (outcome.kind === "undecided") unsure = outcome;
      const value = outcome.kind === "witness" ? outcome.value : null;
      this.#chosen.set(name, { limit: this.#limits(name).node, value });
    }
    if (!this.#placeSome(0)) return this.#doubt ?? EMPTY;
    return unsure ?? witness(Object.fromEntries([...this.#chosen].map(([name, { value }]) => [name, value])));
  }

  #findValue(name: string, limit: Node): Outcome {
    const outcome = this.#solver.find(limit);
    if (outcome.kind !== "witness" || this.#limits(name).isCertain) return outcome;
    return undecided(`it is unknown what is asked of the property ${JSON.stringify(name)}`);
  }

  /** Gives each property that some name must have a name, with one way after another. */
  #placeSome(at: number): boolean {
    const { max, some } = this.#shape;
    const { space, evaluate } = this.#solver;
    const asked = some[at];
    if (asked === undefined) return this.#chosen.size <= max && this.#fill();
    space.spend(1);
    const covers = (name: string): boolean => {
      const truth = evaluate(asked.names, name);
      if (truth === undefined)
        this.#doubt = undecided(`it is unknown what covers the name ${JSON.stringify(name)}`);
      return truth === true;
    };
    for (const [name, { limit }] of Array.from(this.#chosen))
      if (covers(name) && this.#tryName(name, space.and(limit, asked.value), at)) return true;
    if (this.#chosen.size >= max) return false;
    for (const name of this.#listed) {
      if (this.#chosen.has(name) || !covers(name)) continue;
      if (this.#tryName(name, space.and(this.#limits(name).node, asked.value), at)) return true;
    }
    for (const cell of this.#cells(asked.names, asked.value)) {
      const [name] = this.#freshNames(cell, 1);
      if (name !== undefined && this.#tryName(name, space.and(cell.limit, asked.value), at)) return true;
    }
    return false;
  }

  #tryName(name: string, limit: Node, at: number): boolean {
    const before = this.#chosen.get(name);
    const outcome = this.#findValue(name, limit);
    if (outcome.kind === "undecided") this.#doubt = outcome;
    if (outcome.kind !== "witness") return false;
    this.#chosen.set(name, { limit, value: outcome.value });
    if (this.#placeSome(at + 1)) return true;
    if (before === undefined) this.#chosen.delete(name);
    else this.#chosen.set(name, before);
    return false;
  }

  /** Adds properties until there are enough. */
  #fill(): boolean {
    const { space } = this.#solver;
    const added: string[] = [];
    const add = (name: string, limit: Node): boolean => {
      const outcome = this.#findValue(name, limit);
      if (outcome.kind === "undecided") this.#doubt = outcome;
      if (outcome.kind !== "witness") return false;
      this.#chosen.set(name, { limit, value: outcome.value });
      added.push(name);
      return true;
    };
    const { min } = this.#shape;
    const wanted = Math.min(min, MAX_PROPERTIES);
    const isFull = (): boolean => this.#chosen.size >= wanted;
    for (const name of this.#listed) {
      if (isFull()) break;
      if (!this.#chosen.has(name)) add(name, this.#limits(name).node);
    }
    for (const cell of isFull() ? [] : this.#cells(space.everything, space.everything)) {
      const names = this.#freshNames(cell, wanted - this.#chosen.size);
      if (names.every((name) => add(name, cell.limit)) && isFull()) break;
    }
    if (isFull() && wanted === min) return true;
    if (isFull()) this.#doubt = undecided("an object with this many properties is not built");
    for (const name of added) this.#chosen.delete(name);
    return false;
  }

  /** Names that are not taken yet; the empty one last, since it reads badly. */
  #freshNames({ names }: Cell, count: number): readonly string[] {
    const { values, isComplete } = findStrings(this.#solver, names, count + this.#chosen.size + 1);
    const fresh = values.filter((name) => !this.#chosen.has(name));
    if (!isComplete && fresh.length < count) this.#doubt = undecided("it is unknown which names are left");
    return fresh.toSorted((a, b) => Number(a === "") - Number(b === "")).slice(0, count);
  }
}
