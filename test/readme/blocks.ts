import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** A piece of TypeScript that a reader may copy. */
export type Block = {
  /** Where it stands, as `README.md:12`. */
  readonly name: string;
  /** What is shown. */
  readonly text: string;
  /** What makes a program of it; see `completeBlock`. */
  readonly program: string;
  /** Each line that a comment `// → text` says is printed. */
  readonly prints: readonly string[];
};

const IMPORT = /from "jetemail-client(?:\/\w+)?"/;

/** Every block of a Markdown file that is marked `ts` or `typescript`. */
export function readBlocks(file: string): readonly Block[] {
  const markdown = readFileSync(file, "utf8");
  const blocks: Block[] = [];
  let context = "";
  for (const { 1: text = "", index } of markdown.matchAll(/^```(?:ts|typescript)\n(.*?)^```$/gms)) {
    const line = markdown.slice(0, index).split("\n").length;
    if (IMPORT.test(text)) context = text;
    blocks.push({
      name: `${file}:${line}`,
      text,
      program: completeBlock(text, context),
      prints: readPrints(text),
    });
  }
  return blocks;
}

/** The TypeScript samples of every operation of an OpenAPI document. */
export function readCodeSamples(file: string): readonly Block[] {
  const samples: Block[] = [];
  // JSON.parse's second argument visits each value of a document.
  JSON.stringify(parse(readFileSync(file, "utf8")), (key: string, value: unknown) => {
    if (key !== "x-codeSamples" || !Array.isArray(value)) return value;
    for (const { lang, source } of value) {
      if (lang !== "TypeScript") continue;
      samples.push({
        name: `${file}, sample ${samples.length + 1}`,
        text: source,
        program: completeBlock(source, ""),
        prints: readPrints(source),
      });
    }
    return value;
  });
  return samples;
}

/**
 * A block that imports the client stands alone. One that does not goes on from the last one that did, in a scope of
 * its own, so that it may use the same names again.
 */
function completeBlock(text: string, context: string): string {
  const stands = IMPORT.test(text) || context === "";
  return `${stands ? text : `${context}\n{\n${text}}\n`}\nexport {};\n`;
}

function readPrints(text: string): readonly string[] {
  return [...text.matchAll(/\/\/ → (.+)$/gm)].map(([, printed = ""]) => printed.trim());
}
