import { call, code, type Code, literal } from "../code/code.js";
import type { Reason } from "../plan/plan.js";
import { INTO, pathArray, type Printing } from "./print.js";
import type { Subject } from "./subject.js";

/** One call that reports an issue of a subject. The location is named where the keyword does not end it. */
export function reportIssue(reason: Reason, { expression, path }: Subject, print: Printing): Code {
  const { keyword, at } = reason;
  const message =
    typeof reason.message === "string" ? literal(reason.message) : reason.message(expression, print.module);
  const isNamed = at.slice(at.lastIndexOf("/") + 1) === keyword;
  const place = literal(isNamed ? at.slice(0, -keyword.length) : "");
  const steps = path.length > 0 || !isNamed ? [pathArray(path)] : [];
  const location = isNamed ? [] : [literal(at)];
  return code`${call(print.module.runtime("report"), INTO, place, literal(keyword), message, ...steps, ...location)};`;
}
