import { code, type Code, join, literal } from "./code.js";
import type { Reason } from "./plan.js";
import type { Printing } from "./print.js";

/** One call that reports an issue at the end of `path`. The keyword is named where its location does not name it. */
export function reportIssue(reason: Reason, instance: Code, path: readonly Code[], print: Printing): Code {
  const { keyword, at } = reason;
  const message =
    typeof reason.message === "string" ? literal(reason.message) : reason.message(instance, print.module);
  const isNamed = at.slice(at.lastIndexOf("/") + 1) === keyword;
  const place = path.length > 0 ? [join(path, ", ", "[", "]")] : [];
  const args = [...(isNamed ? [] : [literal(keyword)]), literal(at), message, ...place];
  return code`${print.module.runtime(isNamed ? "report" : "reportAs")}(into, ${join(args, ", ")});`;
}
