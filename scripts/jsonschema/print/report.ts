import { call, code, literal, type Code } from "../code/code.js";
import type { Reason } from "../plan/plan.js";
import { INTO, type Printing } from "./print.js";
import { stepTo, type Subject } from "./subject.js";

/** One call that reports an issue of a subject. */
export function reportIssue(reason: Reason, subject: Subject, print: Printing): Code {
  const { keyword } = reason;
  const { expression, link } = subject;
  const key = link.steps.at(-1);
  const owner = { ...link, steps: link.steps.slice(0, -1) };
  const message =
    typeof reason.message === "string"
      ? literal(reason.message)
      : reason.message(expression, print.module, subject.path.at(-1) ?? expression);
  const args = [
    INTO,
    stepTo({ link: owner }, print.module),
    locate(reason.at, subject),
    literal(keyword),
    message,
  ];
  return code`${call(print.module.runtime("report"), ...args, ...(key ? [key] : []))};`;
}

/** A pointer as an expression. */
export function locate(at: string, { place }: Subject): Code {
  if (at === place?.pointer) return place.code;
  const isBelow = place !== undefined && at.startsWith(`${place.pointer}/`);
  return isBelow ? code`${place.code} + ${at.slice(place.pointer.length)}` : literal(at);
}
