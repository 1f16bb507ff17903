// Two documents may have equal findings: the ids of a review of several say which of them each is of.

import type { Change } from "./changes.js";

type Named = Pick<Change, "id" | "aliases">;

/** `rule@file:place#hash`. The id of a whole document has its file already. */
export function nameDocument(id: string, file: string): string {
  const [rule, rest] = splitId(id);
  return rest.startsWith(`${file}#`) ? id : `${rule}@${file}:${rest}`;
}

/** Whether that is the id with some document's file in it. */
export function isNamedForm(id: string, plain: string): boolean {
  const [rule, rest] = splitId(plain);
  return id.startsWith(`${rule}@`) && id.endsWith(`:${rest}`);
}

function splitId(id: string): readonly [rule: string, rest: string] {
  const at = id.indexOf("@");
  return at < 0 ? [id, ""] : [id.slice(0, at), id.slice(at + 1)];
}

/** Of a document that is reviewed alone: what was accepted in a review of several counts. */
export function withDocument<T extends Named>(change: T, file: string): T {
  const aliases = [...(change.aliases ?? []), ...listIds(change).map((id) => nameDocument(id, file))];
  return { ...change, aliases };
}

/** Of one of several: an id without a file counts as far as no other document has it. */
export function ofDocument<T extends Named>(change: T, file: string, others: ReadonlySet<string>): T {
  const { id, aliases = [] } = change;
  const plain = listIds(change).filter((each) => !others.has(each));
  const named = aliases.map((alias) => nameDocument(alias, file));
  return { ...change, id: nameDocument(id, file), aliases: [...named, ...plain] };
}

/** By any of which it may have been accepted. */
export function listIds({ id, aliases = [] }: Named): readonly string[] {
  return [id, ...aliases];
}
