import { toContentText } from "../content-text.js";
import type { Style } from "./parameter.js";

/** A value in a header as a media type (OpenAPI 3.1 §4.8.12.2.2). JSON can say in ASCII what a header cannot hold. */
export function writeHeaderContent(value: unknown, { contentType }: Style): string {
  return toContentText(value, contentType).replace(
    /[\x7f-\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
