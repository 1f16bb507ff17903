import { format, type Options } from "prettier";

/**
 * Above this many characters the text stays as its stage wrote it. Prettier takes about a second a megabyte,
 * more than all other stages together; a fixed limit keeps the bytes the same on every machine.
 */
const MAX_FORMATTED_LENGTH = 256 * 1024;

const OPTIONS = { printWidth: 110, endOfLine: "lf" } as const satisfies Options;

/** TypeScript in the project's own style, always with LF and one line end at the end. */
export async function formatTypeScript(text: string): Promise<string> {
  const unified = text.replaceAll(/\r\n?/g, "\n");
  if (unified.length > MAX_FORMATTED_LENGTH) return `${unified.trimEnd()}\n`;
  return await format(unified, { ...OPTIONS, parser: "typescript" });
}
