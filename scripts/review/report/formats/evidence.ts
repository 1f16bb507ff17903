import type { Change } from "../changes.js";
import { capitalize, sayAccepted, sayConfigured, WORDS } from "../phrases.js";
import { listNames, operationsOf } from "../printable.js";
import { proofsOf } from "../proof/shown.js";

/** A change in one sentence, with the operations that it reaches. */
export function sayMessage(change: Change): string {
  const names = operationsOf(change);
  const { sentence = change.message } = change;
  if (names.length === 0) return change.message;
  return names.length === 1
    ? `${sentence} (${names.join("")})`
    : `${sentence} In ${names.length} operations: ${listNames(names)}.`;
}

/** The lines below it: why it counts, and what shows it. */
export function listEvidence(change: Change): readonly string[] {
  const { compiler, accepted, configured, reason, note, id, level } = change;
  return [
    ...(reason === undefined ? [] : [`${capitalize(reason)}.`]),
    ...(note === undefined ? [] : [note]),
    ...proofsOf(change).flatMap(({ words, payload }) => [`${words}:`, payload]),
    ...(compiler === undefined ? [] : [`${WORDS.compiler}: ${compiler}`]),
    ...(configured === undefined ? [] : [sayConfigured(level, configured)]),
    ...(accepted === undefined ? [] : [sayAccepted(accepted)]),
    `id: ${id}`,
  ];
}
