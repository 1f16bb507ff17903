import { expect, test } from "vitest";
import { toMessage, type Message, type MessagePart } from "../../../scripts/review/differ/message.js";

test.each<[part: MessagePart, message: Message]>([
  [{ kind: "body", mediaType: "a/b" }, { kind: "request", body: 1 }],
  [{ kind: "component", name: "A" }, { kind: "request", body: 1 }],
  [{ kind: "parameter", in: "query", name: "n" }, { kind: "request", query: { n: 1 } }],
  [{ kind: "parameter", in: "header", name: "n" }, { kind: "request", headers: { n: 1 } }],
  [{ kind: "parameter", in: "cookie", name: "n" }, { kind: "request", headers: { Cookie: 1 } }],
  [{ kind: "parameter", in: "path", name: "n" }, { kind: "request", params: { n: 1 } }],
  [{ kind: "parameter", in: "elsewhere", name: "n" }, { kind: "request", params: { n: 1 } }],
  [{ kind: "response", status: "200", mediaType: "a/b" }, { kind: "response", status: "200", contentType: "a/b", body: 1 }],
  [{ kind: "header", status: "200", name: "n" }, { kind: "response", status: "200", headers: { n: 1 } }],
])("%j", (part, message) => expect(toMessage(part, 1)).toEqual(message)); // prettier-ignore
