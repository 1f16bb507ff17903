import type { Direction } from "../../json/direction.js";
import type { Operation } from "../document/operations.js";
import type { Place, Sides } from "../document/document.js";
import type { Schemas } from "../schema/flatten.js";
import type { Message, MessagePart, TextForm } from "./message.js";

/** What can change outside of schemas, and how. `required` says whether the thing had to be there. */
export type FactKind =
  | { readonly thing: "document"; readonly change: "version" }
  | { readonly thing: "text"; readonly change: "changed" }
  | { readonly thing: "operation"; readonly change: "added" | "removed" | "renamed" | "rewritten" | Deprecation }
  | { readonly thing: "webhook" | "callback"; readonly change: "added" | "removed" }
  | { readonly thing: "path"; readonly change: "respelled" | "moved" | "prefix" }
  | { readonly thing: "parameter" | "header" | "body"; readonly change: "added" | "removed"; readonly required: boolean }
  | { readonly thing: "parameter" | "header" | "body"; readonly change: "required" | "optional" }
  | { readonly thing: "parameter" | "header"; readonly change: "respelled" | "serialization" | "rewritten" }
  | { readonly thing: "parameter"; readonly change: "wider" | "narrower" | Deprecation }
  | { readonly thing: "request media type" | "response media type"; readonly change: "added" | "removed" | "covered" | "respelled" }
  | { readonly thing: "encoding"; readonly change: "changed" | "wider" | "narrower" | "rewritten" }
  | { readonly thing: "success" | "failure" | "covered response"; readonly change: "added" | "removed" }
  | { readonly thing: "security"; readonly change: "narrower" | "wider" | "rewritten" }
  | { readonly thing: "server"; readonly change: "added" | "removed" | "rewritten" }
  | { readonly thing: "component"; readonly change: "added" | "removed" | "extracted" }; // prettier-ignore

type Deprecation = "deprecated" | "undeprecated";

/** The same operation in both documents; an end is missing when it was added or removed, or for what none owns. */
export type OperationSides = Sides<Operation | undefined>;

export const NO_OPERATION: OperationSides = { base: undefined, head: undefined };

/** A difference outside of schemas, without an opinion. */
export type Fact = FactKind & FactRest;

type FactRest = Sides<Place | undefined> & {
  readonly keyword: string;
  readonly operation: OperationSides;
  /** Who sends what changed: the caller of the API (request) or the API. In webhooks and callbacks the API calls. */
  readonly direction: Direction | "both";
  /** What changed, as the subject of a sentence. */
  readonly subject: string;
  readonly was?: unknown;
  readonly now?: unknown;
  /** What of it is now asked of callers, or taken from them as well, as the end of a sentence. */
  readonly detail?: string;
  /** A message that one side accepts and the other does not, with the reason. */
  readonly refused?: { readonly message: Message; readonly issue: string };
};

/** A schema at work: the same spot of the same message in both documents. */
export type SchemaUse = Sides<Schemas> & {
  readonly thing: "schema";
  readonly operation: OperationSides;
  readonly part: MessagePart;
  /** How whoever sends the value writes it; undefined where it is JSON or of the body's media type. */
  readonly text?: TextForm | undefined;
  readonly subject: string;
  /** Who sends the value. In webhooks and callbacks the API sends the request. */
  readonly direction: Direction;
};

/** What two documents differ in, and the schemas that have to be compared. */
export type Difference = Fact | SchemaUse;

/** What all differences at one place have in common. */
export type Scope = Pick<SchemaUse, "operation" | "direction">;
