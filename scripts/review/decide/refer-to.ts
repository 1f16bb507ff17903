import { appendPointer, splitPointer } from "../../json/pointer.js";

/** A schema that is the one at a place of another document. */
export function referTo(document: string, pointer: string): { readonly $ref: string } {
  // RFC 6901 §6: what a fragment cannot hold is percent-encoded.
  const steps = splitPointer(pointer).map((key) => encodeURIComponent(appendPointer("", key).slice(1)));
  return { $ref: `${document}#${steps.map((step) => `/${step}`).join("")}` };
}
