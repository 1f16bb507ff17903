import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export type Edit = (text: string) => string;

/** Edits of the project's document: TypeScript has a say in the second alone. */
export const EDITS: readonly (readonly [title: string, edit: Edit])[] = [
  ["a limit changed", (text) => text.replace(/maximum: \d+/u, "maximum: 7")],
  ["a name required", (text) => text.replace("required: [api_token]", "required: [api_token, name]")],
];

/**
 * Writes the edited document into a folder.
 * @returns its path.
 */
export function writeEdited(file: string, edit: Edit, folder: string): string {
  const text = readFileSync(file, "utf8");
  if (edit(text) === text) throw new Error(`${file} has not what this edit changes`);
  const head = join(folder, "head.yaml");
  writeFileSync(head, edit(text));
  return head;
}
