/** A request or response reduced to what shows a difference. */
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

/** Where in a message a schema's value stands; a component stands in none by itself. */
export type MessagePart =
  | { readonly kind: "body"; readonly mediaType: string }
  | { readonly kind: "parameter"; readonly in: string; readonly name: string }
  | { readonly kind: "response"; readonly status: string; readonly mediaType: string }
  | { readonly kind: "header"; readonly status: string; readonly name: string }
  | { readonly kind: "component"; readonly name: string };

/** The message whose part is this value. */
export function toMessage(part: MessagePart, value: unknown): Message {
  switch (part.kind) {
    case "body":
    case "component":
      return { kind: "request", body: value };
    case "parameter":
      return { kind: "request", [PARAMETER_FIELDS[part.in] ?? "params"]: { [nameField(part)]: value } };
    case "response":
      return { kind: "response", status: part.status, contentType: part.mediaType, body: value };
    case "header":
      return { kind: "response", status: part.status, headers: { [part.name]: value } };
  }
}

const PARAMETER_FIELDS: Readonly<Record<string, "query" | "headers" | "params">> = {
  query: "query",
  header: "headers",
  cookie: "headers",
  path: "params",
};

function nameField({ in: where, name }: Extract<MessagePart, { kind: "parameter" }>): string {
  return where === "cookie" ? "Cookie" : name;
}
