/** For changes at spots of a schema: a part of a value that the refusing side refuses there because of the change. */
import { openSession, type Address, type Side } from "../../../inclusion/index.js";
import type { Direction } from "../../../json/direction.js";
import { placeAt } from "../../../json/place.js";
import type { SchemaChange } from "../../differ/schemas/index.js";
import type { Document } from "../../document/document.js";
import { readDemand } from "./demands.js";
import { FORMATS } from "../formats.js";
import { referTo } from "../refer-to.js";
import { revert } from "./revert.js";
import { readSchema, type Role } from "../view.js";

/** A change, and the schemas that it is asked at: JSON Pointers of what is sent there and of what is taken. */
export type Root = {
  readonly change: SchemaChange;
  readonly sent: string;
  readonly taken: string;
  /** Whether it is the change's own spot, or one further out. */
  readonly isOwn: boolean;
};

/** The accepting and the refusing side. */
export type Ends = { readonly sent: Document; readonly taken: Document; readonly direction: Direction };

/** What is refused; `undecided` where the steps ended before that was known. */
export type Part = { readonly value: unknown } | "undecided";
export type Parts = ReadonlyMap<SchemaChange, Part>;

/** For one change at its own spot, and further out, where much more is asked about and less is found. */
const STEPS = { own: 300_000, outer: 5000 };

/**
 * What is refused at each root, where anything is as far as it was decided: a value that would be taken but for the change.
 * Where every value is refused for several reasons at once, one that the change refuses as well: by what it asks
 * by itself or, where that cannot be said, by being made alone.
 */
export function findRefusedParts(ends: Ends, roots: readonly Root[]): Parts {
  const said = new Map(roots.flatMap((root) => readPlain(ends, root)).map((plain) => [plain.change, plain]));
  // An alternative is asked about as it stands: a document with one more differs from the others all over.
  const needed = findNeeded(
    ends,
    roots.filter(({ change }) => said.get(change)?.isBranch !== true),
  );
  const left = roots.filter(({ change }) => !isFound(needed.get(change)));
  const plain = left.flatMap(({ change }) => said.get(change) ?? []);
  const others = left.filter(({ change }) => !said.has(change));
  const further = [...findPlain(ends, plain), ...findSufficient(ends, others)];
  const found = [...needed, ...further].filter(([, part]) => isFound(part));
  // What was found anywhere counts for more than what was not decided somewhere.
  return new Map([...needed, ...further, ...found]);
}

export function isFound(part: Part | undefined): part is Exclude<Part, "undecided"> {
  return part !== undefined && part !== "undecided";
}

function readPlain({ sent, taken, direction }: Ends, root: Root): readonly Plain[] {
  if (!root.isOwn) return [];
  const demand = readDemand({
    change: root.change,
    accepting: sent.side,
    refusing: taken.side,
    taken: [placeAt(taken, root.taken)],
    view: readSchema(taken, { role: "taken", direction }),
    uri: TAKEN,
  });
  if (demand === undefined) return [];
  const a = referTo(SENT, root.sent);
  if (!("branch" in demand)) return [{ ...root, a, b: demand.asks, isBranch: false }];
  const branch = referTo(SENT, demand.branch.pointer);
  return [{ ...root, a: { allOf: [a, branch] }, b: referTo(TAKEN, root.taken), isBranch: true }];
}

/** Values of `a` that are none of `b`, schemas that refer to the two sides. */
type Plain = Root & { readonly a: unknown; readonly b: unknown; readonly isBranch: boolean };

function findPlain(ends: Ends, roots: readonly Plain[]): Parts {
  const asked = roots.map((root, index) => ({ ...root, index }));
  const sides = (["sent", "taken"] as const).map((role): Side => {
    const [uri, key] = role === "sent" ? ([SENT, "a"] as const) : ([TAKEN, "b"] as const);
    const own = sideOf(
      uri,
      ends[role],
      roots.map(({ [role]: pointer }) => pointer),
      role,
      ends.direction,
    );
    const questions = asked.map(({ index, [key]: schema }) => [`${uri}/${index}`, schema] as const);
    return { ...own, documents: new Map([...own.documents, ...questions]) };
  });
  return askAll(
    sides,
    asked.map(({ change, isOwn, index }) => ({
      change,
      isOwn,
      a: { document: `${SENT}/${index}`, pointer: "" },
      b: { document: `${TAKEN}/${index}`, pointer: "" },
    })),
  );
}

type Variant = Root & { readonly uri: string; readonly document: Document };

/** The roots in a document in which their change has not been made, or has been made alone. */
function listVariants(document: Document, roots: readonly Root[]): readonly Variant[] {
  return roots.flatMap((root, index) => {
    const changed = revert(document, root.change, document.side);
    return changed === undefined ? [] : [{ ...root, document: changed, uri: `${TAKEN}/${index}` }];
  });
}

function findNeeded({ sent, taken, direction }: Ends, roots: readonly Root[]): Parts {
  const without = listVariants(taken, roots);
  const views = new Map(
    [{ uri: TAKEN, document: taken }, ...without].map(({ uri, document }) => [
      uri,
      readSchema(document, { role: "taken", direction }),
    ]),
  );
  const takenSide: Side = {
    documents: new Map<string, unknown>([
      [TAKEN, taken.root],
      ...without.map(({ uri, document }) => [uri, document.root] as const),
      ...without.map((variant) => [`${variant.uri}/question`, isTakenOrNotWithout(variant)] as const),
    ]),
    schemas: without.flatMap(({ uri, taken: pointer }) => [
      { document: TAKEN, pointer },
      { document: uri, pointer },
    ]),
    view: (schema, place) => views.get(place.document.uri)?.(schema, place) ?? schema,
  };
  return askAll(
    [
      sideOf(
        SENT,
        sent,
        without.map(({ sent: pointer }) => pointer),
        "sent",
        direction,
      ),
      takenSide,
    ],
    without.map(({ change, isOwn, sent: pointer, uri }) => ({
      change,
      isOwn,
      a: { document: SENT, pointer },
      b: { document: `${uri}/question`, pointer: "" },
    })),
  );
}

/** What refuses a value only where the change is what it is refused for. */
function isTakenOrNotWithout({ uri, taken }: Variant): unknown {
  return { anyOf: [referTo(TAKEN, taken), { not: referTo(uri, taken) }] };
}

function findSufficient({ sent, direction }: Ends, roots: readonly Root[]): Parts {
  const withIt = listVariants(sent, roots);
  return askAll(
    [
      sideOf(
        SENT,
        sent,
        withIt.map(({ sent: pointer }) => pointer),
        "sent",
        direction,
      ),
      ...withIt.map(({ uri, document, sent: pointer }) =>
        sideOf(uri, document, [pointer], "taken", direction),
      ),
    ],
    withIt.map(({ change, isOwn, sent: pointer, uri }) => ({
      change,
      isOwn,
      a: { document: SENT, pointer },
      b: { document: uri, pointer },
    })),
  );
}

type Question = Pick<Root, "change" | "isOwn"> & { readonly a: Address; readonly b: Address };

function askAll(sides: readonly Side[], questions: readonly Question[]): Parts {
  if (questions.length === 0) return new Map();
  const session = openSession(sides, { formats: FORMATS });
  return new Map(
    questions.flatMap(({ change, isOwn, a, b }) => {
      const steps = isOwn ? STEPS.own : STEPS.outer;
      const decision = session.ask(a, b, { forbidsNewNames: true, steps });
      if (decision.kind === "included") return [];
      return [[change, decision.kind === "witness" ? decision : "undecided"] as const];
    }),
  );
}

function sideOf(
  uri: string,
  document: Document,
  pointers: readonly string[],
  role: Role,
  direction: Direction,
): Side & { readonly documents: ReadonlyMap<string, unknown> } {
  const view = readSchema(document, { role, direction });
  return {
    documents: new Map([[uri, document.root]]),
    schemas: [...new Set(pointers)].map((pointer) => ({ document: uri, pointer })),
    view: (schema, place) => (place.document.uri === uri ? view(schema, place) : schema),
  };
}

const SENT = "review:///sent";
const TAKEN = "review:///taken";
