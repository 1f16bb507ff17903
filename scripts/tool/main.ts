// `npx openapi-proof COMMAND`: the commands of this repository that are for any document.

import { createRequire } from "node:module";
import type { Run } from "../commands/terminal/args.js";
import { complain, print, type Terminal } from "../commands/terminal/terminal.js";
import { findNearestName } from "../jsonschema/runtime/names.js";

const PROGRAM = "npx openapi-proof";

type Command = { readonly words: string; readonly load: () => Promise<Run> };

/** In the order in which the help lists them. What a command needs is loaded with it. */
const COMMANDS: Readonly<Record<string, Command>> = {
  init: {
    words: "write an entry for the OpenAPI document of this folder into redocly.yaml",
    load: async () => (await import("./init.js")).run,
  },
  generate: {
    words: "types, validators, operations, and with --client a client that stands by itself",
    load: loadGenerate,
  },
  check: {
    words: "fail when a generated file is not what the document gives (generate --check)",
    load: async () => withFlag(await loadGenerate(), "--check"),
  },
  watch: {
    words: "generate again whenever a file of the document is saved (generate --watch)",
    load: async () => withFlag(await loadGenerate(), "--watch"),
  },
  lint: {
    words: "what is wrong with a document, by the rules of redocly.yaml",
    load: async () => (await import("./lint.js")).run,
  },
  diff: {
    words: "whether a change of a document breaks callers, with a message that proves it",
    load: async () => (await import("../commands/spec-diff.js")).run,
  },
  docs: {
    words: "a reference page, one file",
    load: async () => (await import("../commands/docs.js")).run,
  },
};

const LIST = Object.entries(COMMANDS)
  .map(([name, { words }]) => `  ${name.padEnd(10)}${words}\n`)
  .join("");

const HELP = `Usage: ${PROGRAM} COMMAND [options]

Makes a client of an OpenAPI document that validates what it sends and what it gets, and says whether a change of the
document breaks those who call it.

${LIST}
  --version  show the version
  --help     show this text; behind a command, what it takes (also: help COMMAND)

Settings stand in redocly.yaml, Redocly's own file: apis: { NAME: { root: openapi.yaml, x-openapi-proof:
{ output: src/api, client: true, formats: annotate } } }.

Exit code: 0 done, 1 the document or the output is at fault, 2 wrong usage.
`;

/** @param argv the command and what stands behind it. */
export const run: Run = async (words, terminal) => {
  const [first = "", ...rest] = words.map((word) => SHORT.get(word) ?? word);
  const [name = "", ...argv] = first === "help" && rest.length > 0 ? [...rest, "--help"] : [first, ...rest];
  if (name === "--version" || argv.includes("--version")) return print(terminal, `${readVersion()}\n`);
  if (name === "--help" || name === "help") return print(terminal, HELP);
  if (name === "") return complain(terminal, HELP.trimEnd(), 2);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) return complain(terminal, describeUnknown(name), 2);
  return await (
    await command.load()
  )(argv, { ...terminal, program: `${PROGRAM} ${name}` });
};

/** What people try first. */
const SHORT: ReadonlyMap<string, string> = new Map([
  ["-h", "--help"],
  ["-v", "--version"],
  ["-V", "--version"],
]);

function describeUnknown(name: string): string {
  if (name.startsWith("-")) return `Unknown option '${name}'\nSee: ${PROGRAM} --help`;
  const nearest = findNearestName(name, Object.keys(COMMANDS));
  const advice = nearest === undefined ? "" : ` Did you mean ${nearest}?`;
  return `There is no command ${name}.${advice}\nSee: ${PROGRAM} --help`;
}

async function loadGenerate(): Promise<Run> {
  return (await import("../commands/generate.js")).run;
}

function withFlag(command: Run, flag: string): Run {
  return (argv, terminal: Terminal) => command(argv.includes(flag) ? argv : [flag, ...argv], terminal);
}

/** Of the package that this file belongs to, in the repository and where it is installed. */
function readVersion(): string {
  // It is ours.
  return (createRequire(import.meta.url)("openapi-proof/package.json") as { readonly version: string })
    .version;
}
