import type { Escape } from "./parameter.js";
import { isCompound, listMembers, toText } from "../value.js";

/** The part of RFC 6570 (appendix A) that simple, label and matrix share. */
type Expansion = {
  readonly name: string;
  readonly explode: boolean | undefined;
  readonly escape: Escape;
  /** Stands before the value. */
  readonly first: string;
  /** Stands between exploded members. */
  readonly separator: string;
  readonly isNamed: boolean;
};

/** A value in a path or a header; undefined for an array or object without members. */
export function expand(value: unknown, expansion: Expansion): string | undefined {
  const { name, explode, escape, first, separator, isNamed } = expansion;
  const label = (text: string): string => (isNamed ? escape(name) + (text && `=${text}`) : text);
  if (!isCompound(value)) return first + label(escape(toText(value)));
  const members = listMembers(value).map(([key, member]) => [escape(key), escape(toText(member))] as const);
  if (members.length === 0) return undefined;
  const isList = Array.isArray(value);
  if (explode)
    return first + members.map(([key, text]) => (isList ? label(text) : `${key}=${text}`)).join(separator);
  return first + label((isList ? members.map(([, text]) => text) : members.flat()).join(","));
}
