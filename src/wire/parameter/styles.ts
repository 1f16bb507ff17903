import type { WritePairs, WriteText } from "./parameter.js";
import { writeContent } from "./write-content.js";
import { writeDeepObject } from "./write-deep-object.js";
import { writeForm } from "./write-form.js";
import { writeHeader } from "./write-header.js";
import { writeHeaderContent } from "./write-header-content.js";
import { writeLabel } from "./write-label.js";
import { writeMatrix } from "./write-matrix.js";
import { writePathContent } from "./write-path-content.js";
import { writePipeDelimited } from "./write-pipe-delimited.js";
import { writeSimple } from "./write-simple.js";
import { writeSpaceDelimited } from "./write-space-delimited.js";

/** The styles of a path (OpenAPI 3.1 §4.8.12.2.1), for tools: an operation imports the one that it uses. */
export const PATH_STYLES: Readonly<Record<string, WriteText>> = {
  simple: writeSimple,
  label: writeLabel,
  matrix: writeMatrix,
};

/** The styles of a query, a cookie or a form. */
export const QUERY_STYLES: Readonly<Record<string, WritePairs>> = {
  form: writeForm,
  spaceDelimited: writeSpaceDelimited,
  pipeDelimited: writePipeDelimited,
  deepObject: writeDeepObject,
};

const CONTENT_WRITERS: Readonly<Record<string, WriteText>> = {
  path: writePathContent,
  header: writeHeaderContent,
};

/** How a parameter at a place is written: by its style, or by the media type of its content. */
export function chooseWriter(location: string, style: string, hasContent: boolean): WriteText | WritePairs {
  if (hasContent) return CONTENT_WRITERS[location] ?? writeContent;
  if (location === "header") return writeHeader;
  return location === "path" ? (PATH_STYLES[style] ?? writeSimple) : (QUERY_STYLES[style] ?? writeForm);
}
