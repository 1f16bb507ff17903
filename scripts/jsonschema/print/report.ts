import { code, type Code, join, literal } from "../code.js";
import type { Reason } from "../plan/plan.js";
import type { Printing } from "./print.js";

/** One call that reports an issue at the end of `path`. The location is named where the keyword does not end it. */
export function reportIssue(reason: Reason, instance: Code, path: readonly Code[], print: Printing): Code {
  const { keyword, at } = reason;
  const message =
    typeof reason.message === "string" ? literal(reason.message) : reason.message(instance, print.module);
  const isNamed = at.slice(at.lastIndexOf("/") + 1) === keyword;
  const names = [literal(isNamed ? at.slice(0, -keyword.length) : ""), literal(keyword)];
  const steps = path.length > 0 || !isNamed ? [join(path, ", ", "[", "]")] : [];
  const args = [...names, message, ...steps, ...(isNamed ? [] : [literal(at)])];
  return code`${print.module.runtime("report")}(into, ${join(args, ", ")});`;
}
