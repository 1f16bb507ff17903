import { call, code, literal, type Code } from "../code/code.js";
import type { Reason } from "../plan/plan.js";
import { INTO, pathArray, type Printing } from "./print.js";
import { AT, type Subject } from "./subject.js";

/** One call that reports an issue of a subject. */
export function reportIssue(reason: Reason, subject: Subject, print: Printing): Code {
  const { keyword } = reason;
  const { expression, path } = subject;
  const message =
    typeof reason.message === "string"
      ? literal(reason.message)
      : reason.message(expression, print.module, path.at(-1) ?? expression);
  const steps = path.length > 0 ? [pathArray(path)] : [];
  const args = [INTO, AT, locate(reason, subject), literal(keyword), message, ...steps];
  return code`${call(print.module.runtime("report"), ...args)};`;
}

function locate({ at }: Reason, { place }: Subject): Code {
  if (at === place?.pointer) return place.code;
  const isBelow = place !== undefined && at.startsWith(`${place.pointer}/`);
  return isBelow ? code`${place.code} + ${at.slice(place.pointer.length)}` : literal(at);
}
