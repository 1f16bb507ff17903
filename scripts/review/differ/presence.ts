import { hasBoth, mapSides, membersAt, placesOf, type Place, type Sides } from "../document/document.js";
import type { Fact, Scope } from "./facts.js";

/** A part that a message has or has not. */
type Part = {
  readonly place: Place;
  /** Where it is listed, when a reference leads from there to its place. */
  readonly entry?: Place;
  readonly required: boolean;
};

type Context = Scope & {
  readonly thing: "parameter" | "header" | "body";
  readonly subject: string;
  /** The field that lists it. */
  readonly keyword: string;
};

/** Whether a part of a message is described, and whether it is required. `refused` is a message without it. */
export function* comparePresence(
  sides: Sides<Part | undefined>,
  context: Context,
  refused: Fact["refused"],
): Generator<Fact> {
  const { base, head } = sides;
  const [sender, receiver] = context.direction === "request" ? [base, head] : [head, base];
  const isRefused = receiver?.required === true && sender?.required !== true;
  const fact = { ...context, ...(isRefused && refused && { refused }) };
  if (!hasBoth(sides)) {
    const required = (base ?? head)?.required === true;
    const places = mapSides(sides, (part) => part?.entry ?? part?.place);
    if (base !== undefined) yield { ...fact, ...places, change: "removed", required };
    if (head !== undefined) yield { ...fact, ...places, change: "added", required };
    return;
  }
  const [was, now] = [sides.base.required, sides.head.required];
  if (was === now) return;
  // The ids of accepted changes are made of the values.
  const values = context.thing === "parameter" ? { was, now } : {};
  const places = membersAt(placesOf(sides), "required");
  yield { ...fact, ...places, ...values, keyword: "required", change: now ? "required" : "optional" };
}
