import ts from "typescript";
import { expect, expectTypeOf, it } from "vitest";
import type { Methods, operations } from "../../generated/operations.js";
import type { paths } from "../../generated/schema.js";
import type { ClientFor } from "../../src/index.js";
import { openInEditor } from "./language-service.js";

const TEXT = `
import { createClient } from "../../src/index.js";
const jetemail = createClient({});
await jetemail.updateTransactionalKey({ body: { api_token: "x" } });
await jetemail.listTransactionalKeys();
`;

it("the hover of a method is its words and one line of named types", () => {
  const { file, service } = openInEditor(TEXT);
  expect(service.getSemanticDiagnostics(file)).toEqual([]);
  const hover = (name: string): { readonly type: string; readonly words: string } => {
    const info = service.getQuickInfoAtPosition(file, TEXT.indexOf(name));
    const [type, words] = [info?.displayParts, info?.documentation].map((parts) =>
      ts.displayPartsToString(parts),
    );
    return { type: (type ?? "").replaceAll(/\s+/g, " "), words: words ?? "" };
  };
  expect(hover("updateTransactionalKey").type).toBe(
    "(property) updateTransactionalKey: (input: { body: UpdateTransactionalKeyBody; } & CallOptions) => Result<UpdateTransactionalKeyResponse200>",
  );
  expect(hover("updateTransactionalKey").words).toContain("`status` travels alone");
  expect(hover("listTransactionalKeys").type).toBe(
    "(property) listTransactionalKeys: (input?: CallOptions) => Result<ListTransactionalKeysResponse200>",
  );
});

/** What a method is by the types of the document alone. */
type Computed = Omit<ClientFor<paths, typeof operations>, "http">;
type Body<Method> = Method extends (input: infer Input) => unknown
  ? Input extends { body: infer B }
    ? B
    : never
  : never;

it("named types are those that a client computes of the document", () => {
  // An operation that is not plain, such as one without an answer, is left to be computed.
  expectTypeOf<keyof Methods>().toExtend<keyof Computed>();
  type Named = { readonly [Id in keyof Methods]: Body<Methods[Id]> };
  type Bodies = { readonly [Id in keyof Methods]: Body<Computed[Id]> };
  expectTypeOf<Named>().toExtend<Bodies>();
  expectTypeOf<Bodies>().toExtend<Named>();
  expectTypeOf<{ [Id in keyof Methods]: Awaited<ReturnType<Methods[Id]>> }>().toEqualTypeOf<{
    readonly [Id in keyof Methods]: Awaited<ReturnType<Computed[Id]>>;
  }>();
});
