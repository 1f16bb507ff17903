import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { readOptions, UsageError } from "./args.js";
import { BuildError, buildPage } from "../docs/build-page.js";
import { isolatePage, PageError } from "../docs/isolate-page.js";
import { chooseStyle, renderProblems } from "../pipeline/report.js";
import { compileDocument, findLintConfig, sourceOnDisk } from "../pipeline/run.js";

const HELP = `Usage: npm run docs

Makes the reference page docs/index.html from openapi/openapi.yaml. The page is one file that can be opened from
disk and asks no host for anything. Deep link: docs/index.html#/<tag>/<operationid>

Exit code: 0 done, 1 the document or the output is at fault, 2 wrong usage.
`;

const SPEC = "openapi/openapi.yaml";
const OUT = "docs";

export async function run(argv: readonly string[]): Promise<number> {
  try {
    const { help } = readOptions(argv, { help: { type: "boolean", default: false } });
    if (help) console.log(HELP);
    return help ? 0 : await makePage();
  } catch (error) {
    if (!(error instanceof Error) || !isExpected(error)) throw error;
    console.error(error.message);
    return error instanceof UsageError ? 2 : 1;
  }
}

async function makePage(): Promise<number> {
  const source = sourceOnDisk(SPEC);
  const compiled = await compileDocument(source, { formats: "annotate", configFile: findLintConfig(SPEC) });
  if (compiled.problems.length > 0) {
    console.error(renderProblems(compiled.problems, chooseStyle(process.stderr.isTTY, process.env)));
  }
  if (!compiled.ok) return 1;
  const page = isolatePage(await buildPage(compiled.bundledText));
  await replaceFile(`${OUT}/index.html`, page);
  console.log(`${OUT}/index.html  written, ${Math.ceil(Buffer.byteLength(page) / 1024)} kB`);
  return 0;
}

/** The file is what it was until the new one is there. */
async function replaceFile(file: string, text: string): Promise<void> {
  const draft = `${file}.${process.pid}`;
  await mkdir(OUT, { recursive: true });
  try {
    await writeFile(draft, text);
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** A fault of the document, of the output folder (an error of the system has a `syscall`) or of Redocly. */
function isExpected(error: Error): boolean {
  const isOurs = error instanceof UsageError || error instanceof BuildError || error instanceof PageError;
  return isOurs || "syscall" in error;
}
