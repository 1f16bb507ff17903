import type { Style } from "../../spec/style.js";

/** A request or response reduced to what shows a difference. */
export type Message =
  | {
      readonly kind: "request";
      /** Where it is sent, if not to the operation's first server. */
      readonly server?: string;
      readonly query?: Readonly<Record<string, unknown>>;
      readonly headers?: Readonly<Record<string, unknown>>;
      readonly params?: Readonly<Record<string, unknown>>;
      readonly contentType?: string;
      readonly body?: unknown;
    }
  | {
      readonly kind: "response";
      readonly status: string;
      readonly contentType?: string;
      readonly headers?: Readonly<Record<string, unknown>>;
      readonly body?: unknown;
    };

/** Where in a message a schema's value stands; a component stands in none by itself. */
export type MessagePart =
  | { readonly kind: "body"; readonly mediaType: string }
  | { readonly kind: "parameter"; readonly in: string; readonly name: string }
  | { readonly kind: "response"; readonly status: string; readonly mediaType: string }
  | { readonly kind: "header"; readonly status: string; readonly name: string }
  | { readonly kind: "component"; readonly name: string };

/** How a parameter's or header's value is written as text, and where it stands: `path`, `query`, `header` or `cookie`. */
export type TextForm = Style & { readonly location: string };
