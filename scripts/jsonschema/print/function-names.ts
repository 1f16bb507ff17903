import { createNaming } from "../../json/naming.js";
import type { FunctionKey } from "../plan/plan.js";
import type { Root } from "../schema/root.js";
import type { Target } from "../target.js";

/** What the functions of a schema are called after. */
export type Named = { readonly name: string; readonly root: Root | undefined };

/** A root keeps its name; every other schema is called after the end of its pointer. No two differ in case alone. */
export function nameTargets(
  roots: ReadonlyMap<FunctionKey, Root>,
  targets: ReadonlyMap<FunctionKey, Target>,
): ReadonlyMap<FunctionKey, Named> {
  const unique = createNaming({
    taken: [...roots.values()].map(({ name }) => name),
    fold: (name) => name.toLowerCase(),
  });
  const names = new Map<FunctionKey, Named>(
    [...roots].map(([key, root]) => [key, { name: root.name, root }]),
  );
  for (const [key, { place }] of targets) {
    if (!names.has(key)) names.set(key, { name: unique(nameAfter(place.pointer)), root: undefined });
  }
  return names;
}

function nameAfter(pointer: string): string {
  const steps = pointer.split("/").slice(-2).join(" ");
  const name = steps.replace(/[^A-Za-z0-9]+(.)?/g, (_, next: string = "") => next.toUpperCase()) || "Schema";
  return name.slice(0, 1).toUpperCase() + name.slice(1, 60);
}
