import type { WritePairs, WriteText } from "./parameter.js";
import { writeDeepObject } from "./write-deep-object.js";
import { writeForm } from "./write-form.js";
import { writeLabel } from "./write-label.js";
import { writeMatrix } from "./write-matrix.js";
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
