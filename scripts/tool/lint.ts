import { createCommand } from "../commands/terminal/args.js";
import { chooseListed } from "../commands/inputs/documents.js";
import { chooseLintConfig } from "../commands/inputs/lint-config.js";
import { complain, print, type Terminal } from "../commands/terminal/terminal.js";
import { chooseStyle, renderProblems } from "../pipeline/report.js";
import { compileDocument, sourceOnDisk } from "../pipeline/run.js";

const HELP = `Usage: npx openapi-proof lint [DOCUMENT …] [options]

Says what is wrong with a document and writes nothing: what the rules of redocly.yaml find, and what no type, validator
or client can be made of.

  DOCUMENT          OpenAPI 3.0, 3.1 or 3.2, JSON or YAML (default: those of redocly.yaml)
  --lint none|FILE  rules of a redocly.yaml, or none, instead of those that are found
  --allow-outside   references may name files outside the document's own folder or package
  --help            show this text

Exit code: 0 no error was found, 1 a document is at fault, 2 wrong usage.
`;

export const run = createCommand(
  {
    script: "lint",
    help: HELP,
    takesWords: true,
    options: { lint: { type: "string" }, "allow-outside": { type: "boolean", default: false } },
  },
  async ({ lint, "allow-outside": allowOutside }, terminal, words) => {
    const named = words.length > 0 ? words : [undefined];
    const documents = named.flatMap((word) => chooseListed(word, terminal));
    const codes = await documents.reduce(async (earlier, { document: spec, formats }) => {
      const before = await earlier;
      const configFile = chooseLintConfig({ spec, lint }, terminal);
      const source = sourceOnDisk(spec, { allowOutside });
      const { ok, problems } = await compileDocument(source, { formats, configFile, style: "enforce" });
      return [...before, tell({ spec, ok, problems }, terminal)];
    }, Promise.resolve<number[]>([]));
    return Math.max(...codes);
  },
);

type Found = Pick<Awaited<ReturnType<typeof compileDocument>>, "ok" | "problems"> & { readonly spec: string };

function tell({ spec, ok, problems }: Found, terminal: Terminal): number {
  if (problems.length === 0) return print(terminal, `${spec}: no problem\n`);
  return complain(terminal, renderProblems(problems, chooseStyle(terminal.stderr, terminal.env)), ok ? 0 : 1);
}
