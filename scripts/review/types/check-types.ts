import type { ChangedSchema } from "../differ/index.js";
import type { Fact, SchemaUse } from "../differ/facts.js";
import type { SchemaChange } from "../differ/schemas/index.js";
import type { Sides } from "../document/document.js";
import { findCause } from "./attribute.js";
import { writeAssignment, writeAt, writeOnly, writeRead, writeReadAny } from "./code.js";
import { openCompiler } from "./compiler.js";
import { writeEnds } from "./ends.js";
import { createLossFinder, type Loss } from "./losses.js";
import { writeLostLine } from "./lost-facts.js";

/** What the compiler says of a use of a schema. */
export type TypeVerdict = {
  /** What it says of code that was written for base, by the change that it is put down to. */
  readonly losses: ReadonlyMap<SchemaChange, string>;
  /** The type of the new side holds more, or less where it is answered. */
  readonly isWider: boolean;
};

export type TypeVerdicts = {
  readonly schemas: ReadonlyMap<SchemaUse, TypeVerdict>;
  /** What it says of code that was written for base, where a change outside of schemas breaks it. */
  readonly facts: ReadonlyMap<Fact, string>;
};

type Delta = { readonly facts: readonly Fact[]; readonly schemas: readonly ChangedSchema[] };

/** Asks of all uses at once; what is lost is then put to the compiler as a line of code, whose message is the proof. */
export function checkTypes(sides: Sides<string>, { facts, schemas }: Delta): TypeVerdicts {
  const asked = schemas.flatMap((changed) => {
    const ends = writeEnds(changed.use);
    return ends === undefined ? [] : [{ ...changed, ends }];
  });
  const { checker, types, explain } = openCompiler(
    sides,
    asked.flatMap(({ ends }) => [ends.base, ends.head]),
  );
  const findLosses = createLossFinder(checker);
  const found = asked.map(({ use, changes, ends }, index) => {
    const [base, head] = [types[2 * index], types[2 * index + 1]];
    if (base === undefined || head === undefined) return { use, changes, ends, losses: [], isWider: false };
    const losses = findLosses({ base, head }, use.direction);
    const [from, to] = use.direction === "request" ? [head, base] : [base, head];
    return { use, changes, ends, losses, isWider: !checker.isTypeAssignableTo(from, to) };
  });
  const lines = facts.flatMap((fact) => {
    const line = writeLostLine(fact);
    return line === undefined ? [] : [[fact, [line]] as const];
  });
  const told = explainAll<Fact | string>([...lines, ...writeLosses(found)], explain);
  return {
    facts: new Map(
      lines.flatMap(([fact]) => {
        const message = told.get(fact);
        return message === undefined ? [] : [[fact, message] as const];
      }),
    ),
    schemas: new Map(
      found.map(({ use, changes, losses, isWider }) => {
        const own = losses.map((loss) => ({ loss, message: told.get(nameLoss(loss, use)) }));
        return [use, { losses: putDown(own, changes), isWider }] as const;
      }),
    ),
  };
}

type Found = Pick<ChangedSchema, "use"> & {
  readonly ends: Sides<string>;
  readonly losses: readonly Loss[];
};

/**
 * What the compiler says of the first line of each that it refuses. Each is put to it only where it takes those before:
 * to say why it refuses one takes longer than all else.
 */
function explainAll<Name>(
  all: Iterable<readonly [name: Name, lines: readonly string[]]>,
  explain: (pieces: readonly string[]) => readonly (string | undefined)[],
): ReadonlyMap<Name, string> {
  const told = new Map<Name, string>();
  for (let open = [...all]; open.length > 0;) {
    const messages = explain(open.map(([, [line = ""]]) => line));
    const left = open.filter(([name], index) => {
      const message = messages[index];
      if (message !== undefined) told.set(name, message);
      return message === undefined;
    });
    open = left.flatMap(([name, [, ...rest]]) => (rest.length === 0 ? [] : [[name, rest] as const]));
  }
  return told;
}

/** By name: a component is met in many uses, and what is lost of it is put to the compiler once. */
function writeLosses(found: readonly Found[]): ReadonlyMap<string, readonly string[]> {
  const pieces = new Map<string, readonly string[]>();
  for (const { use, ends, losses } of found)
    for (const loss of losses) {
      const name = nameLoss(loss, use);
      if (!pieces.has(name)) pieces.set(name, writeLoss(loss, ends, use.direction));
    }
  return pieces;
}

function nameLoss({ kind, types }: Loss, { direction }: SchemaUse): string {
  return [direction, kind, types].join("\n");
}

function writeLoss(
  { kind, path }: Loss,
  { base, head }: Sides<string>,
  direction: SchemaUse["direction"],
): readonly string[] {
  const [last, owner] = [path.at(-1), path.slice(0, -1)];
  if (kind === "name") {
    const type = writeAt(head, owner);
    if (last === undefined || last === "*") return [writeReadAny(type)];
    const [was, now] = [writeAt(base, path), writeAt(head, path)];
    // A name that falls to those of any further name is read, as something else.
    return [writeRead(type, last), writeAssignment(now, was), writeAssignment(was, now)];
  }
  const [from, to] = direction === "request" ? [base, head] : [head, base];
  const part = (type: string): string =>
    last === undefined || last === "*" ? writeAt(type, path) : writeOnly(writeAt(type, owner), last);
  // Alternatives that go together may be refused where none of their members is.
  const around = [part, (type: string) => writeAt(type, owner), (type: string) => type];
  return around.map((write) => writeAssignment(write(from), write(to)));
}

/** Messages that are worth reading at once. */
const MAX_MESSAGES = 3;

/** A loss counts when the compiler says so of a line that was written for base. */
function putDown(
  told: readonly { readonly loss: Loss; readonly message: string | undefined }[],
  changes: readonly SchemaChange[],
): ReadonlyMap<SchemaChange, string> {
  const messages = new Map<SchemaChange, string[]>();
  for (const { loss, message } of told) {
    if (message === undefined) continue;
    const cause = findCause(loss, changes);
    if (cause === undefined) continue;
    messages.set(cause, [...new Set([...(messages.get(cause) ?? []), message])]);
  }
  return new Map([...messages].map(([change, all]) => [change, all.slice(0, MAX_MESSAGES).join(" ")]));
}
