/** For each schema in use: is every value that one side sends taken by the other? */
import { openSession, type Decision, type Side } from "../../inclusion/index.js";
import type { Direction } from "../../json/direction.js";
import type { SchemaUse } from "../differ/facts.js";
import type { Document, SideName, Sides } from "../document/document.js";
import type { Schemas } from "../schema/flatten.js";
import { FORMATS } from "./formats.js";
import { readSchema, type Role } from "./view.js";

export type Inclusions = {
  /** Whether the refusing side takes every value that the accepting side does. */
  readonly keeps: (use: SchemaUse) => Decision;
  /** The same of an answer, where a value may match several alternatives of which one alone should match. */
  readonly keepsButForOneOf: (use: SchemaUse) => Decision;
  /** Whether the accepting side takes every value that the refusing side does. */
  readonly keepsBack: (use: SchemaUse) => Decision;
};

/** Whose values have to be taken by the other side: callers send what base says, and read what base says. */
export function acceptingSide(direction: Direction): SideName {
  return direction === "request" ? "base" : "head";
}

export function refusingSide(direction: Direction): SideName {
  return direction === "request" ? "head" : "base";
}

/** Opens both documents for questions about these uses. */
export function openInclusions(documents: Sides<Document>, uses: readonly SchemaUse[]): Inclusions {
  const sides = listReadings(uses).map(({ side, role, direction }): Side => {
    const uri = uriOf(side, role, direction);
    const own = uses.filter((use) => use.direction === direction).map((use) => use[side]);
    return {
      documents: new Map([[uri, documents[side].root]]),
      schemas: own.flatMap(([place]) =>
        place === undefined ? [] : [{ document: uri, pointer: place.pointer }],
      ),
      view: readSchema(documents[side], { role, direction }),
    };
  });
  const session = openSession([ANY_SIDE, ...sides], { formats: FORMATS, steps: STEPS });
  const ask = (
    { direction, ...use }: SchemaUse,
    sent: SideName,
    taken: SideName,
    role: Role = "taken",
  ): Decision => {
    const a = addressOf(use[sent], sent, "sent", direction);
    return session.ask(a, addressOf(use[taken], taken, role, direction), { forbidsNewNames: true });
  };
  return {
    keeps: (use) => ask(use, acceptingSide(use.direction), refusingSide(use.direction)),
    keepsButForOneOf: (use) =>
      ask(use, acceptingSide(use.direction), refusingSide(use.direction), "tolerated"),
    keepsBack: (use) => ask(use, refusingSide(use.direction), acceptingSide(use.direction)),
  };
}

type Session = ReturnType<typeof openSession>;
type Address = Parameters<Session["ask"]>[0];

/** For one question; most take a few hundred. */
const STEPS = 2_000_000;

const ANY: Address = { document: "review:///any", pointer: "" };
/** Where no schema stands every value is taken. */
const ANY_SIDE: Side = { documents: new Map([[ANY.document, true]]) };

function addressOf([place]: Schemas, side: SideName, role: Role, direction: Direction): Address {
  return place === undefined ? ANY : { document: uriOf(side, role, direction), pointer: place.pointer };
}

function uriOf(side: SideName, role: Role, direction: Direction): string {
  return `review:///${side}/${direction}/${role}`;
}

const ROLES = {
  request: ["sent", "taken"],
  response: ["sent", "taken", "tolerated"],
} as const satisfies Readonly<Record<Direction, readonly Role[]>>;

/** Both sides in each role, for each direction that is asked of. */
function listReadings(uses: readonly SchemaUse[]) {
  return [...new Set(uses.map(({ direction }) => direction))].flatMap((direction) =>
    (["base", "head"] as const).flatMap((side) =>
      ROLES[direction].map((role) => ({ side, role, direction })),
    ),
  );
}
