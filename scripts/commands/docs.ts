import { BuildError, buildPage } from "../docs/build-page.js";
import { isolatePage, PageError } from "../docs/isolate-page.js";
import { chooseStyle, renderProblems } from "../pipeline/report.js";
import { compileDocument, findLintConfig, OutputError, sourceOnDisk, writeOutput } from "../pipeline/run.js";
import { createCommand } from "./args.js";
import { complain, print, type Terminal } from "./terminal.js";

const HELP = `Usage: npm run docs

Makes the reference page docs/index.html from openapi/openapi.yaml. The page is one file that can be opened from
disk and asks no host for anything. Deep link: docs/index.html#/<tag>/<operationid>

Exit code: 0 done, 1 the document or the output is at fault, 2 wrong usage.
`;

const SPEC = "openapi/openapi.yaml";
const OUT = "docs";
const PAGE = "index.html";

export const run = createCommand({ script: "docs", help: HELP, options: {} }, async (_values, terminal) => {
  try {
    return await makePage(terminal);
  } catch (error) {
    const isExpected =
      error instanceof BuildError || error instanceof PageError || error instanceof OutputError;
    if (!isExpected) throw error;
    return complain(terminal, error.message);
  }
});

async function makePage(terminal: Terminal): Promise<number> {
  const source = sourceOnDisk(SPEC);
  const compiled = await compileDocument(source, { formats: "annotate", configFile: findLintConfig(SPEC) });
  if (compiled.problems.length > 0) {
    complain(terminal, renderProblems(compiled.problems, chooseStyle(terminal.stderr, terminal.env)));
  }
  if (!compiled.ok) return 1;
  const page = isolatePage(await buildPage(compiled.bundledText, terminal));
  writeOutput(new Map([[PAGE, page]]), OUT);
  return print(terminal, `${OUT}/${PAGE}  written, ${Math.ceil(Buffer.byteLength(page) / 1024)} kB\n`);
}
