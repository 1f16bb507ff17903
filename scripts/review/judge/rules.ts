import type { Fact, FactKind } from "../differ/facts.js";
import { sayDescription } from "../keywords/phrase.js";
import type { Level, Levels } from "./levels.js";

/** What a change outside of schemas means for callers. Its id is part of what an accepted finding is known by. */
export type Rule = Levels & {
  readonly id: string;
  /** The end of a sentence whose subject is what changed. */
  readonly say: (fact: Fact) => string;
};

/** The rule when the caller of the API sends the thing, and when the API sends it. */
type Row = { readonly request: Rule; readonly response: Rule };

type NameOf<K> = K extends FactKind
  ? `${K extends { readonly required: boolean } ? "" | "required " : ""}${K["thing"]} ${K["change"]}`
  : never;

/** A thing and its change, such as `header removed`, and `required header removed` where that matters. */
export type FactName = NameOf<FactKind>;

type Words = string | ((fact: Fact) => string);

function rule(id: string, wire: Level, types: Level, words: Words): Rule {
  return { id, wire, types, say: typeof words === "string" ? () => words : words };
}

function row(request: Rule, response: Rule): Row {
  return { request, response };
}

/** The same whoever sends it. */
function both(id: string, wire: Level, types: Level, words: Words): Row {
  const same = rule(id, wire, types, words);
  return { request: same, response: same };
}

const REWRITTEN = both("rewritten", "patch", "patch", "is written differently and means the same");
const DEPRECATED = both("deprecated", "patch", "minor", "is now deprecated");
const UNDEPRECATED = both("undeprecated", "patch", "patch", "is no longer deprecated");
const SPELLED = both("parameter-respelled", "patch", "major", ({ was }) =>
  was === undefined ? "is spelled differently" : `was called ${code(was)} before`,
);
const MISSING = "may now be missing from what the API sends";

/** Each row: what the caller sends, then what the API sends. */
export const RULES = {
  "document version": both("openapi-version", "patch", "patch", ({ was, now }) => `is now written in OpenAPI ${String(now)} (was ${String(was)})`),
  "text changed": both("text-changed", "patch", "patch", (fact) => sayDescription(fact.keyword)({ was: fact.was, now: fact.now }, "same")),

  "operation added": both("operation-added", "minor", "minor", "is new"),
  "operation removed": both("operation-removed", "major", "major", "is removed"),
  "operation renamed": both("operation-renamed", "patch", "major", ({ now }) => `is now called ${code(now)}`),
  "operation rewritten": REWRITTEN,
  "operation deprecated": DEPRECATED,
  "operation undeprecated": UNDEPRECATED,
  "webhook added": both("incoming-added", "minor", "minor", "is new"),
  "webhook removed": both("incoming-removed", "minor", "major", "is removed"),
  "callback added": both("incoming-added", "minor", "minor", "is new"),
  "callback removed": both("incoming-removed", "minor", "major", "is removed"),
  "path moved": both("path-moved", "patch", "major", ({ now }) => `is now ${code(now)}, at the same address`),
  "path prefix": both("path-prefix-changed", "patch", "patch", ({ now }) => `is now ${code(now)}, and counts as the same: prefixes are left out`),
  "path respelled": both("path-respelled", "patch", "major", ({ now }) => `names its parameters differently: ${code(now)}`),

  "parameter added": row(rule("parameter-added", "minor", "minor", "is new and optional"), rule("parameter-added", "minor", "minor", "may now be sent by the API")),
  "required parameter added": row(rule("required-parameter-added", "major", "major", "is new and required"), rule("parameter-added", "minor", "minor", "is now sent by the API")),
  "parameter removed": row(rule("parameter-removed", "minor", "major", "is removed"), rule("parameter-removed", "minor", "major", "is no longer sent by the API")),
  "required parameter removed": row(rule("parameter-removed", "minor", "major", "is removed"), rule("sent-parameter-dropped", "major", "major", "is no longer sent by the API")),
  "parameter required": row(rule("parameter-required", "major", "major", "is now required"), rule("parameter-added", "minor", "minor", "is now always sent by the API")),
  "parameter optional": row(rule("parameter-optional", "minor", "minor", "is now optional"), rule("sent-parameter-dropped", "major", "major", MISSING)),
  "parameter respelled": SPELLED,
  "parameter serialization": both("parameter-serialization", "major", "patch", saySerialization),
  "parameter wider": row(rule("parameter-looser", "minor", "patch", sayFlag), rule("parameter-stricter", "major", "patch", sayFlag)),
  "parameter narrower": row(rule("parameter-stricter", "major", "patch", sayFlag), rule("parameter-looser", "minor", "patch", sayFlag)),
  "parameter rewritten": REWRITTEN,
  "parameter deprecated": DEPRECATED,
  "parameter undeprecated": UNDEPRECATED,

  "body added": row(rule("body-added", "minor", "minor", "is new and optional"), rule("media-type-sent", "major", "minor", "may now be sent by the API")),
  "required body added": row(rule("required-body-added", "major", "major", "is new and required"), rule("media-type-sent", "major", "minor", "is now sent by the API")),
  "body removed": row(rule("body-removed", "major", "major", "is removed"), rule("sent-body-narrowed", "minor", "major", "is no longer sent by the API")),
  "required body removed": row(rule("body-removed", "major", "major", "is removed"), rule("body-removed", "major", "major", "is no longer sent by the API")),
  "body required": row(rule("body-required", "major", "major", "is now required"), rule("body-added", "minor", "minor", "is now always sent by the API")),
  "body optional": row(rule("body-optional", "minor", "minor", "is now optional"), rule("sent-body-optional", "major", "major", MISSING)),

  "request media type added": row(rule("media-type-added", "minor", "minor", "is new"), rule("media-type-sent", "major", "minor", "may now be sent by the API")),
  "request media type removed": row(rule("media-type-removed", "major", "major", "is no longer accepted"), rule("media-type-unsent", "minor", "major", "is no longer sent by the API")),
  "request media type covered": both("media-type-covered", "minor", "major", "is now covered by a range"),
  "request media type respelled": both("media-type-respelled", "patch", "major", "is spelled differently"),
  // A response's media type is negotiated (RFC 9110 §12): a new one is sent to whoever asks for it.
  "response media type added": both("media-type-added", "minor", "minor", "is new"),
  "response media type removed": both("media-type-removed", "major", "major", "is removed"),
  "response media type covered": both("media-type-covered", "minor", "major", "is now covered by a range"),
  "response media type respelled": both("media-type-respelled", "patch", "major", "is spelled differently"),
  "encoding changed": both("body-encoding", "major", "patch", ({ was, now }) => `is now encoded as ${code(now)} (was ${code(was)})`),
  "encoding wider": row(rule("body-encoding", "minor", "patch", sayEncodings), rule("body-encoding", "major", "patch", sayEncodings)),
  "encoding narrower": row(rule("body-encoding", "major", "patch", sayEncodings), rule("body-encoding", "minor", "patch", sayEncodings)),
  "encoding rewritten": REWRITTEN,

  "success added": row(rule("answer-added", "minor", "minor", "is now accepted by the API"), rule("success-added", "major", "minor", "is new, and existing callers do not expect it")),
  "success removed": row(rule("answer-refused", "major", "major", "is no longer accepted by the API"), rule("response-removed", "minor", "major", "is no longer described")),
  "failure added": row(rule("answer-added", "minor", "minor", "is now accepted by the API"), rule("failure-added", "minor", "minor", "is now described")),
  "failure removed": row(rule("answer-refused", "major", "major", "is no longer accepted by the API"), rule("response-removed", "minor", "major", "is no longer described")),
  // A range or `default` of the other side describes it.
  "covered response added": row(rule("answer-added", "minor", "minor", "is now described by itself"), rule("failure-added", "minor", "minor", "is now described by itself")),
  "covered response removed": both("response-removed", "minor", "major", "is no longer described by itself"),

  "header added": both("header-added", "minor", "minor", "is new"),
  "required header added": row(rule("required-parameter-added", "major", "major", "is new and required"), rule("header-added", "minor", "minor", "is new and always sent")),
  "header removed": both("header-removed", "minor", "major", "is removed"),
  "required header removed": row(rule("header-removed", "minor", "major", "is removed"), rule("required-header-removed", "major", "major", "is removed, and was always sent")),
  "header required": row(rule("parameter-required", "major", "major", "is now required"), rule("header-required", "minor", "minor", "is now always sent")),
  "header optional": row(rule("parameter-optional", "minor", "minor", "is now optional"), rule("header-optional", "major", "major", "may now be missing")),
  "header respelled": SPELLED,
  "header serialization": both("header-serialization", "major", "patch", saySerialization),
  "header rewritten": REWRITTEN,

  "security narrower": both("security-tightened", "major", "patch", ({ detail }) => `now asks for ${String(detail ?? "more")}`),
  "security wider": both("security-loosened", "minor", "patch", ({ detail }) => `now also accepts ${String(detail ?? "more")}`),
  "security rewritten": REWRITTEN,
  "server removed": both("server-removed", "major", "patch", "is removed"),
  "server added": both("server-added", "minor", "patch", "is new"),
  "server rewritten": REWRITTEN,

  "component removed": both("component-removed", "patch", "major", "is removed"),
  "component added": both("component-added", "patch", "minor", "is new"),
  "component extracted": both("component-extracted", "patch", "patch", "gives a name to a schema that stood inline"),
} as const satisfies Readonly<Record<FactName, Row>>; // prettier-ignore

function code(value: unknown): string {
  return `\`${String(value ?? "schema")}\``;
}

function saySerialization({ was, now }: Fact): string {
  return `is now written as ${code(now)} on the wire (was ${code(was)})`;
}

function sayEncodings({ was, now }: Fact): string {
  return `may now be encoded as ${code(now)} (was ${code(was)})`;
}

function sayFlag({ keyword, change }: Fact): string {
  return change === "wider" ? `now allows more (\`${keyword}\`)` : `now allows less (\`${keyword}\`)`;
}

/** The rule that a fact falls under. What belongs to no direction has one rule for both. */
export function findRule(fact: Fact): Rule {
  return RULES[nameFact(fact)][fact.direction === "response" ? "response" : "request"];
}

export function nameFact(fact: FactKind): FactName {
  const isRequired = "required" in fact && fact.required;
  // Thing and change come from one kind of fact, which the compiler forgets when it puts them together.
  return `${isRequired ? "required " : ""}${fact.thing} ${fact.change}` as FactName;
}
