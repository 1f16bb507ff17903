/** For each schema in use: is every value that one side sends taken by the other? */
import { openSession, type Address, type Decision, type Session, type Side } from "../../inclusion/index.js";
import type { Direction } from "../../json/direction.js";
import type { JsonRecord } from "../../json/pointer.js";
import type { SchemaUse } from "../differ/facts.js";
import type { Document, SideName, Sides } from "../document/document.js";
import type { Schemas } from "../schema/flatten.js";
import { FORMATS } from "./formats.js";
import { referTo } from "./refer-to.js";
import { readSchema, type Role } from "./view.js";

/** Two schemas that stand for each other, and who sends their values. */
export type Question = Sides<Schemas> & {
  readonly direction: Direction;
  /** Whether it is one of many about parts of a schema that has been asked about, whose witnesses nobody sees. */
  readonly isPart?: boolean;
};

export type Inclusions = {
  /** Whether the refusing side takes every value that the accepting side does. */
  readonly keeps: (question: Question) => Decision;
  /** The same of an answer, where a value may match several alternatives of which one alone should match. */
  readonly keepsButForOneOf: (question: Question) => boolean;
  /** Whether the accepting side takes every value that the refusing side does. */
  readonly keepsBack: (question: Question) => boolean;
  /** Whether both sides take the very same values, those with new names included. */
  readonly isSame: (question: Question) => boolean;
  /** JSON Pointers of the keywords of the refusing side that refuse a value. */
  readonly blame: (question: Question, value: unknown) => readonly string[];
  /** For questions of other kinds: each side is there in each role, by `uriOf`. */
  readonly session: Session;
};

/** Whose values have to be taken by the other side: callers send what base says, and read what base says. */
export function acceptingSide(direction: Direction): SideName {
  return direction === "request" ? "base" : "head";
}

export function refusingSide(direction: Direction): SideName {
  return direction === "request" ? "head" : "base";
}

/** Opens both documents for questions about these uses. `limitOf` says what any value of a use can be when it is sent. */
export function openInclusions(
  documents: Sides<Document>,
  uses: readonly SchemaUse[],
  limitOf: LimitOf = () => undefined,
): Inclusions {
  const limits = uses.flatMap((use, index) => limitUse(use, index, limitOf));
  const sides = listReadings(uses).map((reading) => openSide(documents[reading.side], reading, uses, limits));
  const session = openSession([ANY_SIDE, ...sides], { formats: FORMATS, steps: STEPS });
  const limited = new Map<Question, Address>(limits.map(({ use, address }) => [use, address]));
  const endsOf = (question: Question, { role = "taken", isBack = false }: How) => {
    const { direction } = question;
    const ends = [acceptingSide(direction), refusingSide(direction)] as const;
    const [sent, taken] = isBack ? ([ends[1], ends[0]] as const) : ends;
    const a = addressOf(question[sent], sent, "sent", direction);
    return [
      isBack ? a : (limited.get(question) ?? a),
      addressOf(question[taken], taken, role, direction),
    ] as const;
  };
  const ask = (question: Question, how: How): Decision =>
    session.ask(...endsOf(question, how), {
      forbidsNewNames: how.isStrict !== true,
      takesAnyWitness: how.isShown !== true || question.isPart === true,
      ...(question.isPart === true && { steps: STEPS_OF_PART }),
    });
  const isKept = (question: Question, how: How): boolean => ask(question, how).kind === "included";
  return {
    keeps: (question) => ask(question, { isShown: true }),
    keepsButForOneOf: (question) => isKept(question, { role: "tolerated" }),
    keepsBack: (question) => isKept(question, { isBack: true }),
    isSame: (question) => [false, true].every((isBack) => isKept(question, { isBack, isStrict: true })),
    blame: (question, value) => session.blame(...endsOf(question, {}), value).map(({ pointer }) => pointer),
    session,
  };
}

type LimitOf = (use: SchemaUse) => JsonRecord | undefined;

type Reading = { readonly side: SideName; readonly role: Role; readonly direction: Direction };

function openSide(
  document: Document,
  reading: Reading,
  uses: readonly SchemaUse[],
  all: readonly Limit[],
): Side {
  const { side, role, direction } = reading;
  const uri = uriOf(side, role, direction);
  const own = uses.filter((use) => use.direction === direction);
  const limits = all.filter(({ address }) => address.document.startsWith(`${uri}/`));
  return {
    documents: new Map<string, unknown>([
      [uri, document.root],
      ...limits.map(({ address, schema }) => [address.document, schema] as const),
    ]),
    schemas: [
      ...own.flatMap(({ [side]: places }) => places.map(({ pointer }) => ({ document: uri, pointer }))),
      ...limits.map(({ address }) => address),
    ],
    view: readSchema(document, { role, direction }),
  };
}

type How = {
  readonly role?: Role;
  readonly isBack?: boolean;
  readonly isStrict?: boolean;
  /** Whether its witness is shown, or leads to those that are. */
  readonly isShown?: boolean;
};

/** For one question; most take a few hundred. */
const STEPS = 2_000_000;

const STEPS_OF_PART = 50_000;

const ANY: Address = { document: "review:///any", pointer: "" };
/** What no value is one of. */
export const NOTHING: Address = { document: "review:///nothing", pointer: "" };
/** Where no schema stands every value is taken. */
const ANY_SIDE: Side = {
  documents: new Map([
    [ANY.document, true],
    [NOTHING.document, false],
  ]),
};

function addressOf([place]: Schemas, side: SideName, role: Role, direction: Direction): Address {
  return place === undefined ? ANY : { document: uriOf(side, role, direction), pointer: place.pointer };
}

/** A side in a role, as a document of the session. */
export function uriOf(side: SideName, role: Role, direction: Direction): string {
  return `review:///${side}/${direction}/${role}`;
}

/** A schema of what can be sent, in a document of its own. */
type Limit = { readonly use: SchemaUse; readonly address: Address; readonly schema: JsonRecord };

function limitUse(use: SchemaUse, index: number, limitOf: LimitOf): readonly Limit[] {
  const { direction } = use;
  const limit = limitOf(use);
  if (limit === undefined) return [];
  const side = acceptingSide(direction);
  const uri = uriOf(side, "sent", direction);
  const [place] = use[side];
  const schema = { allOf: [limit, ...(place === undefined ? [] : [referTo(uri, place.pointer)])] };
  return [{ use, address: { document: `${uri}/limited/${index}`, pointer: "" }, schema }];
}

const ROLES = {
  request: ["sent", "taken"],
  response: ["sent", "taken", "tolerated"],
} as const satisfies Readonly<Record<Direction, readonly Role[]>>;

/** Both sides in each role, for each direction that is asked of. */
function listReadings(uses: readonly SchemaUse[]): readonly Reading[] {
  return [...new Set(uses.map(({ direction }) => direction))].flatMap((direction) =>
    (["base", "head"] as const).flatMap((side) =>
      ROLES[direction].map((role) => ({ side, role, direction })),
    ),
  );
}
