import { isRecord } from "../../json/pointer.js";
import { childOf, memberOf, recordAt } from "../../json/place.js";
import type { Place } from "../document/document.js";
import type { Direction } from "../../json/direction.js";
import type { Node } from "../schema/flatten.js";
import { isSameJson } from "../../json/value.js";
import type { Operation } from "../document/operations.js";
import type { RuleId } from "../judge/rules.js";

/** The same operation in both documents; an end is missing when it came or went, or for what no operation owns. */
export type OperationPair = { readonly before: Operation | undefined; readonly after: Operation | undefined };

/** A request or response reduced to what shows a difference: what `counterexample` prints. */
export type Message =
  | {
      readonly kind: "request";
      readonly query?: Readonly<Record<string, unknown>>;
      readonly headers?: Readonly<Record<string, unknown>>;
      readonly params?: Readonly<Record<string, unknown>>;
      readonly body?: unknown;
    }
  | {
      readonly kind: "response";
      readonly status: string;
      readonly contentType?: string;
      readonly headers?: Readonly<Record<string, unknown>>;
      readonly body?: unknown;
    };

/** A difference outside of schemas. The rule says how much it weighs. */
export type Fact = {
  readonly rule: RuleId;
  readonly keyword: string;
  readonly pair: OperationPair;
  readonly direction: Direction | "both";
  readonly before: Place | undefined;
  readonly after: Place | undefined;
  /** What changed, as the subject of a sentence. */
  readonly subject: string;
  readonly was?: unknown;
  readonly now?: unknown;
  /** A message that one side accepts and the other refuses, with the reason. */
  readonly proof?: { readonly message: Message; readonly issue: string };
};

/** Where in a message a schema's value stands. */
export type Slot =
  | { readonly kind: "body"; readonly mediaType: string }
  | { readonly kind: "parameter"; readonly in: string; readonly name: string }
  | { readonly kind: "response"; readonly status: string; readonly mediaType: string }
  | { readonly kind: "header"; readonly status: string; readonly name: string }
  | { readonly kind: "component"; readonly name: string };

/** A schema at work: the same spot of the same message in both documents. */
export type Use = {
  readonly pair: OperationPair;
  readonly slot: Slot;
  readonly subject: string;
  /** Who sends the value. In webhooks and callbacks the API sends the request. */
  readonly direction: Direction;
  readonly before: Node;
  readonly after: Node;
};

export type Report = { readonly fact: (fact: Fact) => void; readonly use: (use: Use) => void };

const TEXTS = new Set(["summary", "description", "tags", "externalDocs", "example", "examples", "title", "termsOfService", "contact", "license", "version", "bearerFormat", "links", "name", "jsonSchemaDialect"]); // prettier-ignore

type TextScope = Pick<Fact, "pair" | "subject">;

/** Reports what two objects say differently to human readers and to tools. */
export function compareTexts(
  before: Place | undefined,
  after: Place | undefined,
  scope: TextScope,
  report: Report,
) {
  if (before === undefined || after === undefined) return;
  const old = recordAt(before);
  const now = recordAt(after);
  for (const key of new Set([...Object.keys(old), ...Object.keys(now)])) {
    if (!(TEXTS.has(key) || key.startsWith("x-")) || isSameJson(old[key], now[key])) continue;
    const places = { before: memberOf(before, key), after: memberOf(after, key) };
    report.fact({
      ...scope,
      ...places,
      rule: "text-changed",
      keyword: key,
      direction: "both",
      was: old[key],
      now: now[key],
    });
  }
}

/** The node of a `schema` member; no schema accepts everything. */
export function schemaNode(owner: Place | undefined): Node {
  if (owner === undefined || !isRecord(owner.value) || !("schema" in recordAt(owner))) return [];
  return [childOf(owner, "schema")];
}
