import type { Slot, Use } from "../differ/facts.js";
import type { Operation } from "../document/operations.js";
import type { SchemaChange } from "../differ/pair.js";
import { checkAssignments, type Assignment, type Refusals } from "./typescript.js";

/** What the compiler says of a use of a schema, and of the spots in it that changed. */
export type TypeVerdict = {
  /** Old callers no longer compile: the compiler's reason. */
  readonly broken: string | undefined;
  /** The type of the other side holds more. */
  readonly isWider: boolean;
  /** For each change the reason at its own spot, when the compiler can be asked there. */
  readonly at: ReadonlyMap<SchemaChange, string>;
  /** A line that no longer compiles. */
  readonly example: string;
};

export type TypeQuestion = { readonly use: Use; readonly changes: readonly SchemaChange[] };

/** One compiler run for all uses. */
export function checkTypes(
  before: string,
  after: string,
  questions: readonly TypeQuestion[],
): ReadonlyMap<Use, TypeVerdict> {
  const assignments = questions.flatMap((question, index) => toAssignments(question, String(index)));
  const refusals = checkAssignments(before, after, assignments);
  return new Map(
    questions.map((question, index) => [question.use, toVerdict(question, String(index), refusals)]),
  );
}

function toAssignments({ use, changes }: TypeQuestion, id: string): Assignment[] {
  const ends = typeEnds(use);
  if (ends === undefined) return [];
  const [from, to] = use.direction === "request" ? [ends.before, ends.after] : [ends.after, ends.before];
  const spots = changes.flatMap((change, index) => {
    const steps = stepsOf(change.path);
    return steps === undefined || steps === ""
      ? []
      : [{ id: `${id}.${index}`, from: `${from}${steps}`, to: `${to}${steps}` }];
  });
  return [{ id: `${id} forward`, from, to }, { id: `${id} back`, from: to, to: from }, ...spots];
}

function toVerdict({ use, changes }: TypeQuestion, id: string, refusals: Refusals): TypeVerdict {
  const broken = refusals.get(`${id} forward`);
  const told = changes.flatMap((change, index) => {
    const refusal = refusals.get(`${id}.${index}`);
    return refusal === undefined ? [] : [[change, refusal] as const];
  });
  const target = typeEnds(use)?.after.replaceAll("After.", "") ?? "";
  const example =
    use.direction === "request"
      ? `const value: ${target} = oldValue;`
      : `const old: OldType = value; // ${target}`;
  return { broken, isWider: refusals.has(`${id} back`), at: new Map(told), example };
}

/** Indexes a type along a path; undefined where a name is not known. */
function stepsOf(path: readonly string[]): string | undefined {
  if (path.includes("*")) return undefined;
  return path.map((name) => `[${JSON.stringify(name)}]`).join("");
}

type Ends = { readonly before: string; readonly after: string };

function typeEnds({ pair, slot }: Use): Ends | undefined {
  if (slot.kind === "component") {
    return bothEnds((side) => `${side}.components["schemas"][${JSON.stringify(slot.name)}]`);
  }
  const { before, after } = pair;
  if (before === undefined || after === undefined || before.kind === "callback") return undefined;
  const ends = { Before: before, After: after };
  return bothEnds((side) => memberType(operationType(side, ends[side]), slot));
}

function bothEnds(type: (side: "Before" | "After") => string): Ends {
  return { before: type("Before"), after: type("After") };
}

function operationType(side: string, operation: Operation): string {
  const owner = operation.kind === "webhook" ? "webhooks" : "paths";
  return `${side}.${owner}[${JSON.stringify(operation.path)}][${JSON.stringify(operation.method.toLowerCase())}]`;
}

function memberType(operation: string, slot: Exclude<Slot, { kind: "component" }>): string {
  if (slot.kind === "body")
    return `NonNullable<${operation}["requestBody"]>["content"][${JSON.stringify(slot.mediaType)}]`;
  if (slot.kind === "parameter") {
    const group = `NonNullable<${operation}["parameters"][${JSON.stringify(slot.in)}]>`;
    return `NonNullable<${group}[${JSON.stringify(slot.name)}]>`;
  }
  const status = /^\d+$/.test(slot.status) ? slot.status : JSON.stringify(slot.status);
  const response = `${operation}["responses"][${status}]`;
  if (slot.kind === "header") return `NonNullable<${response}["headers"][${JSON.stringify(slot.name)}]>`;
  return `${response}["content"][${JSON.stringify(slot.mediaType)}]`;
}
