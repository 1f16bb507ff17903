import { expect, test } from "vitest";
import { review } from "../../../scripts/review/index.js";
import { documentEdits, shop } from "../whole-documents/document-edits.js";

const sourceOf = (name: string, text: string) => ({ name, entry: "shop.yaml", read: () => text });

/** What the compiler says of callers' code, for each edit of the document that breaks types outside of schemas. */
const MESSAGES: Readonly<Record<string, string>> = {
  "an operation goes": "Property 'dropItem' does not exist on type 'operations'.",
  "an operation is renamed": "Property 'addItem' does not exist on type 'operations'.",
  "a path's parameter is renamed":
    "Property '/items/{id}' does not exist on type 'paths'. Did you mean '/items/{item}'?",
  "a parameter goes": "Property 'limit' does not exist on type '{ tags?: string[] | undefined; }'.",
  "a required parameter comes": "Type 'undefined' is not assignable to type '{ … }'.",
  "a parameter becomes required":
    "Type 'undefined' is not assignable to type '{ limit: number; tags?: string[] | undefined; }'.",
  "a media type of a request goes": "Property 'application/json' does not exist on type '{ … }'.",
  "a body goes": "Property 'content' does not exist on type 'never'.",
  "a described answer goes": "Property '404' does not exist on type '{ … }'.",
  "a header that was always there goes": "Type 'unknown' is not assignable to type 'number'.",
  "a header may be missing": "Type 'undefined' is not assignable to type 'number'.",
  "a webhook goes": "Property 'itemAdded' does not exist on type 'webhooks'.",
  "a component's name changes": "Property 'NewItem' does not exist on type '{ … }'.",
};

test.each(Object.entries(MESSAGES))(
  "%s: %s",
  async (name, message) => {
    const head = documentEdits.find((edit) => edit.name === name)?.text ?? "";
    const { changes } = await review(sourceOf("base", shop), sourceOf("head", head));
    const broken = changes.filter(({ levels }) => levels.types === "major");
    expect(broken.map(({ compiler }) => compiler)).toContain(message);
    expect(broken.map(({ verdict }) => verdict)).not.toContain("compatible");
  },
  20_000,
);
