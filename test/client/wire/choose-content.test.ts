import { describe, expect, it } from "vitest";
import { chooseContent } from "../../../src/wire/body/choose-content.js";

const validate = () => [];
/** Of JSON the validator; of all else what writes it, with a validator of its own. */
const other = { validate: undefined };
const checked = { validate };
type Content = Readonly<Record<string, typeof validate | typeof other | typeof checked>>;

const choose = (content: Content, body: unknown, contentType?: string): unknown => {
  const chosen = chooseContent(content, body, contentType);
  return typeof chosen === "string" ? chosen : chosen[0];
};

const FORM = "application/x-www-form-urlencoded";
const all: Content = {
  "image/png": other,
  [FORM]: other,
  "multipart/form-data": other,
  "application/json": validate,
};

describe("a body is sent as", () => {
  it.each<[claim: string, content: Content, body: unknown, mediaType: string]>([
    ["JSON, where it is an object", all, {}, "application/json"],
    ["JSON, where it is a text", all, "a", "application/json"],
    ["JSON, where it is a list", all, [], "application/json"],
    ["parts, where it is a FormData", all, new FormData(), "multipart/form-data"],
    ["a form, where it is URLSearchParams", all, new URLSearchParams(), FORM],
    ["what the document has for bytes", all, new Uint8Array(1), "image/png"],
    ["what a Blob says of itself", { "image/*": other, "image/png": other, "text/plain": other }, new Blob([], { type: "image/png" }), "image/png"],
    ["what describes a Blob best", { "text/plain": other, "image/*": other }, new Blob([], { type: "image/gif" }), "image/gif"],
    ["the first for bytes, where a Blob says nothing", { "application/json": validate, "text/plain": other }, new Blob([]), "text/plain"],
    ["the first for bytes, where a Blob says something else", { "text/plain": other, "image/png": other }, new Blob([], { type: "image/gif" }), "text/plain"],
    ["the document's first, where all is JSON", { "application/json": validate }, new Uint8Array(1), "application/json"],
    ["a form, where it is an object and there is no JSON", { "text/plain": other, [FORM]: other }, {}, FORM],
    ["parts, where it is an object and there is no JSON", { "text/plain": other, "multipart/mixed": other }, {}, "multipart/mixed"],
    ["the first of two forms", { "multipart/mixed": other, [FORM]: other }, {}, "multipart/mixed"],
    ["a range that JSON is in, where it is an object and there is no form", { "text/plain": other, "application/*": other }, {}, "application/json"],
    ["the document's first, where it is an object and nothing is for that", { "text/plain": other, "image/png": other }, {}, "text/plain"],
    ["what is no form, where it is a text and there is no JSON", { [FORM]: other, "text/plain": other }, "a", "text/plain"],
    ["the first that is no form, where it is a text and there is no JSON", { [FORM]: other, "text/plain": other, "text/html": other }, "a", "text/plain"],
    ["a form, where it is a text and there is nothing else", { [FORM]: other }, "a", FORM],
    ["the document's first, where it is a FormData and there are no parts", { "text/plain": other, [FORM]: other }, new FormData(), "text/plain"],
    ["the document's first, where it is URLSearchParams and there is no form", { "text/plain": other, "multipart/mixed": other }, new URLSearchParams(), "text/plain"],
    ["JSON, where that is a range", { "application/*+json": validate }, {}, "application/json"],
    ["JSON, where it is an object for anything", { "*/*": other }, {}, "application/json"],
    ["JSON, where it is a text for anything", { "*/*": other }, "a", "application/json"],
    ["plain text, where it is a text for any text", { "text/*": other }, "a", "text/plain"],
    ["bytes, where it is bytes for anything", { "*/*": other }, new Uint8Array(1), "application/octet-stream"],
    ["what it says of itself, where it is a Blob for anything", { "*/*": other }, new Blob([], { type: "image/gif" }), "image/gif"],
  ])("%s", (_claim, content, body, mediaType) => expect(choose(content, body)).toBe(mediaType)); // prettier-ignore

  it("what the caller says, where the document allows it", () => {
    expect(choose(all, {}, "image/png; a=1")).toBe("image/png; a=1");
    expect(choose({ "image/*": other }, {}, "image/gif")).toBe("image/gif");
  });
});

describe("a body cannot be sent", () => {
  it.each<[claim: string, content: Content, body: unknown, contentType: string | undefined, message: string]>([
    ["as what the document has not", all, {}, "text/plain", `contentType must be one of: image/png, ${FORM}, multipart/form-data, application/json`],
    ["as a range", { "image/*": other }, {}, "image/*", "contentType must be one of: image/*"],
    ["without a name for it", { "image/*": other }, new Uint8Array(1), undefined, "the body is image/*, which is not the name of one: give a Blob with its type, or its name as contentType"],
    ["as a text that is an object", { "text/*": other }, {}, undefined, "the body is text/*, which is not the name of one: give a Blob with its type, or its name as contentType"],
  ])("%s", (_claim, content, body, contentType, message) => expect(choose(content, body, contentType)).toBe(message)); // prettier-ignore
});

describe("a body is checked and written by", () => {
  it.each<[claim: string, content: Content, body: unknown, contentType: string | undefined, media: unknown]>([
    ["what the document has for it", { "text/plain": checked }, "a", undefined, checked],
    ["what it has for what the caller says", { "text/plain": other, "image/png": checked }, "a", "image/png", checked],
    ["the validator, where it is JSON", { "application/json": validate }, {}, undefined, validate],
    ["the validator, where the caller says some JSON", { "application/*+json": validate }, {}, "application/a+json", validate],
    ["the validator of a range, where it is sent as JSON", { "*/*": checked }, {}, undefined, validate],
    ["the validator of a range, where the caller says JSON", { "*/*": checked }, {}, "application/json", validate],
    ["what writes a range, where it is sent as something else", { "*/*": checked }, new Uint8Array(1), undefined, checked],
  ])("%s", (_claim, content, body, contentType, media) => {
    expect(chooseContent(content, body, contentType)[1]).toBe(media);
  }); // prettier-ignore
});
