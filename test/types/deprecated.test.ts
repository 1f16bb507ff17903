import { expect, it } from "vitest";
import { openInEditor } from "./language-service.js";

const TEXT = `
import { createClientFor } from "../../src/client.js";
import type { Operation } from "../../src/call/operation.js";
const common = { method: "GET", idempotent: true, parameters: [], requestBody: undefined, responses: {} } as const;
const operations = {
  /** @deprecated */
  oldWay: { ...common, path: "/old" },
  newWay: { ...common, path: "/new" },
} as const satisfies Record<string, Operation>;
type Get = { get: { responses: { 200: { content: { "application/json": string } } } } };
const client = createClientFor<{ "/old": Get; "/new": Get }, typeof operations>(operations, [], {});
await client.oldWay();
await client.newWay();
`;

it("an editor strikes the method of a deprecated operation through, and no other", () => {
  const { file, service } = openInEditor(TEXT);
  expect(service.getSemanticDiagnostics(file)).toEqual([]);
  const struck = service.getSuggestionDiagnostics(file).filter((found) => found.reportsDeprecated);
  expect(struck.map(({ start, length }) => TEXT.slice(start, start + length))).toEqual(["oldWay"]);
});
