import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { adaptPage } from "../docs/adapt-page.js";
import { BuildError, buildPage } from "../docs/build-page.js";
import { describeDocument } from "../docs/describe-document.js";
import { isolatePage, PageError } from "../docs/isolate-page.js";
import type { Package } from "../docs/samples/typescript-sample.js";
import { chooseStyle, renderProblems } from "../pipeline/report.js";
import { compileDocument, OutputError, sourceOnDisk, writeOutput } from "../pipeline/run.js";
import { createCommand, UsageError } from "./terminal/args.js";
import { chooseDocument } from "./inputs/documents.js";
import { chooseLintConfig } from "./inputs/lint-config.js";
import { locatePath } from "./inputs/locate-path.js";
import { announceWork, complain, print, type Terminal } from "./terminal/terminal.js";

const HELP = `Usage: npm run docs -- [DOCUMENT] [options]

Makes a reference page, index.html, of an OpenAPI document: every operation with its fields, its errors, and samples
in TypeScript and for curl. The page is one file that can be opened from disk and asks no host for anything.
Deep link: docs/index.html#/<tag>/<operationid>

  DOCUMENT, --spec FILE   OpenAPI 3.0, 3.1 or 3.2, JSON or YAML
                          (default: that of redocly.yaml, else openapi/openapi.yaml)
  --out DIR               folder of the page (default: docs)
  --help                  show this text

Samples that the document has (x-codeSamples) are shown as they are. Where it has none they are made of its examples,
and where it has none of those, of the schemas.

Exit code: 0 done, 1 the document or the output is at fault, 2 wrong usage.
`;

const SPEC = "openapi/openapi.yaml";
const PAGE = "index.html";

type Settings = { readonly spec: string; readonly out: string };

export const run = createCommand(
  {
    script: "docs",
    help: HELP,
    takesWords: true,
    options: { spec: { type: "string" }, out: { type: "string" } },
  },
  async (values, terminal, [word, ...others]) => {
    if (others.length > 0) throw new UsageError("one document is named at most");
    const settings = {
      spec: chooseDocument(locatePath(values.spec ?? word, "docs", terminal), terminal),
      out: locatePath(values.out, "docs", terminal) ?? "docs",
    };
    const callOff = announceWork(terminal, "Making the page …");
    try {
      return await makePage(settings, terminal).finally(callOff);
    } catch (error) {
      const isExpected =
        error instanceof BuildError || error instanceof PageError || error instanceof OutputError;
      if (!isExpected) throw error;
      return complain(terminal, error.message);
    }
  },
);

async function makePage({ spec, out }: Settings, terminal: Terminal): Promise<number> {
  const source = sourceOnDisk(spec);
  const compiled = await compileDocument(source, {
    formats: "annotate",
    configFile: chooseLintConfig({ spec }, terminal),
  });
  if (compiled.problems.length > 0) {
    complain(terminal, renderProblems(compiled.problems, chooseStyle(terminal.stderr, terminal.env)));
  }
  if (!compiled.ok) return 1;
  const described = describeDocument(
    compiled.bundled,
    describePackage(terminal.program === undefined && spec === SPEC),
  );
  const page = isolatePage(adaptPage(await buildPage(described, terminal)));
  writeOutput(new Map([[PAGE, page]]), out);
  const kilobytes = Math.ceil(Buffer.byteLength(page) / 1024);
  return print(terminal, `${join(out, PAGE).replaceAll("\\", "/")}  written, ${kilobytes} kB\n`);
}

/** The package whose client the samples use. The first version that npm has is above 0.0.0. */
function describePackage(isOwn: boolean): Package {
  const { name = "my-client", version = "0.0.0" } = readManifest();
  const variable = name.replace(/-client$/, "");
  const install = version === "0.0.0" ? `npm install ./${name}-${version}.tgz` : `npm install ${name}`;
  const own = { variable, keyVariable: `${variable.toUpperCase()}_API_KEY` };
  return { name, install, isOwn, ...(isOwn ? own : { variable: "client", keyVariable: "API_KEY" }) };
}

/** npm keeps the form of its manifest; a folder may have none. */
function readManifest(): Partial<Record<"name" | "version", string>> {
  if (!existsSync("package.json")) return {};
  return JSON.parse(readFileSync("package.json", "utf8")) as Partial<Record<"name" | "version", string>>;
}
