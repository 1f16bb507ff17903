import { code, type Code, join, literal } from "./code.js";
import type { Reason } from "./plan.js";
import type { Printing } from "./print.js";

/** One call that reports an issue at the end of `path`. */
export function reportIssue(reason: Reason, instance: Code, path: readonly Code[], print: Printing): Code {
  const message =
    typeof reason.message === "string" ? literal(reason.message) : reason.message(instance, print.module);
  const args = [literal(reason.keyword), literal(reason.at), message, ...path];
  return code`${print.module.runtime("report")}(into, ${join(args, ", ")});`;
}
