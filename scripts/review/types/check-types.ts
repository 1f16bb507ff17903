import type { ChangedSchema } from "../differ/index.js";
import type { SchemaUse } from "../differ/facts.js";
import type { MessagePart } from "../differ/message.js";
import type { SchemaChange } from "../differ/schemas/index.js";
import type { Sides } from "../document/document.js";
import type { Operation } from "../document/operations.js";
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

/** One compiler run for all uses. */
export function checkTypes(
  sides: Sides<string>,
  questions: readonly ChangedSchema[],
): ReadonlyMap<SchemaUse, TypeVerdict> {
  const assignments = questions.flatMap((question, index) => toAssignments(question, String(index)));
  const refusals = checkAssignments(sides, assignments);
  return new Map(
    questions.map((question, index) => [question.use, toVerdict(question, String(index), refusals)]),
  );
}

function toAssignments({ use, changes }: ChangedSchema, id: string): Assignment[] {
  const ends = typeEnds(use);
  if (ends === undefined) return [];
  const [from, to] = use.direction === "request" ? [ends.base, ends.head] : [ends.head, ends.base];
  const spots = changes.flatMap((change, index) => {
    const steps = stepsOf(change.path);
    return steps === undefined || steps === ""
      ? []
      : [{ id: `${id}.${index}`, from: `${from}${steps}`, to: `${to}${steps}` }];
  });
  return [{ id: `${id} forward`, from, to }, { id: `${id} back`, from: to, to: from }, ...spots];
}

function toVerdict({ use, changes }: ChangedSchema, id: string, refusals: Refusals): TypeVerdict {
  const broken = refusals.get(`${id} forward`);
  const found = changes.flatMap((change, index) => {
    const refusal = refusals.get(`${id}.${index}`);
    return refusal === undefined ? [] : [[change, refusal] as const];
  });
  const target = typeEnds(use)?.head.replaceAll("Head.", "") ?? "";
  const example =
    use.direction === "request"
      ? `const value: ${target} = oldValue;`
      : `const old: OldType = value; // ${target}`;
  return { broken, isWider: refusals.has(`${id} back`), at: new Map(found), example };
}

/** Indexes a type along a path; undefined where a name is not known. */
function stepsOf(path: readonly string[]): string | undefined {
  if (path.includes("*")) return undefined;
  return path.map((name) => `[${JSON.stringify(name)}]`).join("");
}

type Ends = Sides<string>;

function typeEnds({ operation, part }: SchemaUse): Ends | undefined {
  if (part.kind === "component") {
    return bothEnds((side) => `${side}.components["schemas"][${JSON.stringify(part.name)}]`);
  }
  const { base, head } = operation;
  if (base === undefined || head === undefined || base.kind === "callback") return undefined;
  const ends = { Base: base, Head: head };
  return bothEnds((side) => memberType(operationType(side, ends[side]), part));
}

function bothEnds(type: (side: "Base" | "Head") => string): Ends {
  return { base: type("Base"), head: type("Head") };
}

function operationType(side: string, operation: Operation): string {
  const owner = operation.kind === "webhook" ? "webhooks" : "paths";
  return `${side}.${owner}[${JSON.stringify(operation.path)}][${JSON.stringify(operation.method.toLowerCase())}]`;
}

function memberType(operation: string, part: Exclude<MessagePart, { kind: "component" }>): string {
  if (part.kind === "body")
    return `NonNullable<${operation}["requestBody"]>["content"][${JSON.stringify(part.mediaType)}]`;
  if (part.kind === "parameter") {
    const group = `NonNullable<${operation}["parameters"][${JSON.stringify(part.in)}]>`;
    return `NonNullable<${group}[${JSON.stringify(part.name)}]>`;
  }
  const status = /^\d+$/.test(part.status) ? part.status : JSON.stringify(part.status);
  const response = `${operation}["responses"][${status}]`;
  if (part.kind === "header") return `NonNullable<${response}["headers"][${JSON.stringify(part.name)}]>`;
  return `${response}["content"][${JSON.stringify(part.mediaType)}]`;
}
