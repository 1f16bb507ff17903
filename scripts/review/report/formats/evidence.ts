import type { Change } from "../changes.js";
import { capitalize, sayAccepted, sayConfigured, WORDS } from "../phrases.js";
import { listOperations, operationsOf, proofOf } from "../printable.js";

/** A change in one sentence, with the operations that it reaches. */
export function sayMessage(change: Change): string {
  const names = operationsOf(change);
  return `${change.message}${names.length === 0 ? "" : ` (${listOperations(names)})`}`;
}

/** The lines below it: why it counts, and what shows it. */
export function listEvidence(change: Change): readonly string[] {
  const { compiler, accepted, configured, reason, note, id, level } = change;
  const proof = proofOf(change);
  return [
    ...(reason === undefined ? [] : [`${capitalize(reason)}.`]),
    ...(note === undefined ? [] : [note]),
    ...(proof === undefined ? [] : [`${proof.words}:`, proof.payload]),
    ...(compiler === undefined ? [] : [`${WORDS.compiler}: ${compiler}`]),
    ...(configured === undefined ? [] : [sayConfigured(level, configured)]),
    ...(accepted === undefined ? [] : [sayAccepted(accepted)]),
    `id: ${id}`,
  ];
}
