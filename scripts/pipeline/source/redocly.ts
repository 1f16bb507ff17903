import {
  BaseResolver,
  bundleDocument,
  createConfig,
  loadConfig,
  type Config,
  detectSpec,
  getCodeframe,
  getLineColLocation,
  getTypes,
  lintDocument,
  ResolveError,
  Source,
  YamlParseError,
  type Document,
  type LineColLocationObject,
  type LocationObject,
  type NormalizedProblem,
} from "@redocly/openapi-core";
import { relative } from "node:path";
import { readMember, readPointer } from "../../json/pointer.js";
import type { ReadText } from "./document-source.js";
import { hideResources } from "./embedded-resources.js";
import { findExtentFault } from "./extent.js";
import { parseStrictJson } from "./json-text.js";
import { JsonNode } from "./json-tree.js";
import {
  adjustRules,
  findApi,
  isValidityRule,
  OPENAPI_VERSIONS,
  type LintConfig,
  type LintSettings,
} from "./lint-config.js";
import { correctTypes } from "./openapi-types.js";
import { isUrl, listFileReferences, resolveReference } from "./file-references.js";
import type { Position, Problem } from "../problem.js";

/** A place in a file as a JSON Pointer without `#`; "" is the whole file. */
export type Place = { readonly file: string; readonly pointer: string };

/** The files of one document, parsed as they are met. */
export type OpenDocument = {
  readonly entry: Document;
  readonly resolver: FileResolver;
  /** Puts back what only the compiler reads, once the bundle is made. */
  readonly restore: () => void;
};

/**
 * Reads through the document's own source and never from a network.
 * Paths have forward slashes and stay relative, so that messages and output are the same on every machine.
 */
class FileResolver extends BaseResolver {
  readonly documents = new Map<string, Document>();
  /** Once all that references name has been read, nothing else is: the linter would fetch `externalValue`. */
  isComplete = false;
  readonly #readText: ReadText;

  constructor(readText: ReadText) {
    super();
    this.#readText = readText;
  }

  override resolveExternalRef(base: string | null, ref: string): string {
    return resolveReference(base, ref);
  }

  override async loadExternalRef(path: string): Promise<Source> {
    try {
      if (isUrl(path)) throw new Error(`${path} is not a file, and nothing is ever fetched from a network`);
      if (this.isComplete) throw new Error(`${path} is not read: no reference names it`);
      return new Source(path, normalizeText(await this.#readText(path)));
    } catch (error) {
      throw new ResolveError(error instanceof Error ? error : new Error(String(error)));
    }
  }

  override parseDocument(source: Source, isRoot = false): Document {
    const document = parseJson(source) ?? super.parseDocument(source, isRoot);
    const fault = findExtentFault(document.parsed, source.body.length);
    if (fault !== undefined) throw new ResolveError(new Error(fault));
    this.documents.set(source.absoluteRef, document);
    return document;
  }
}

/** Reads and parses the entry file. */
export async function openDocument(entry: string, readText: ReadText): Promise<OpenDocument | Problem> {
  const resolver = new FileResolver(readText);
  const file = resolver.resolveExternalRef(null, entry);
  try {
    const document = await resolver.resolveDocument(null, file, true);
    if (document instanceof Error) throw document;
    return { entry: document, resolver, restore: hideResources(document.parsed) };
  } catch (error) {
    return toLoadProblem(error, file);
  }
}

/** Reads the files that the document refers to. What cannot be read is left for the lint to report. */
export async function openReferences(document: OpenDocument): Promise<void> {
  const { resolver } = document;
  const follow = async ({ source, parsed }: Document): Promise<void> => {
    const files = new Set(
      listFileReferences(parsed).map((ref) => resolver.resolveExternalRef(source.absoluteRef, ref)),
    );
    const fresh = [...files].filter((file) => !resolver.cache.has(file));
    await Promise.allSettled(
      fresh.map(async (file) => {
        const next = await resolver.resolveDocument(null, file);
        if (!(next instanceof Error)) await follow(next);
      }),
    );
  };
  await follow(document.entry);
  resolver.isComplete = true;
}

/** A problem with the place that the linter gave; its pointer is undefined when it gave a line. */
export type Finding = { readonly problem: Problem; readonly pointer: string | undefined };

export type Findings = LintConfig & { readonly findings: readonly Finding[] };

/** Where the configuration cannot be read. */
const UNREAD: LintConfig = { isStrict: true, isCurtailed: false, configured: new Set() };

export async function lintOpenDocument(document: OpenDocument, settings: LintSettings): Promise<Findings> {
  const read = await readConfig(document, settings);
  if (!("config" in read)) return { ...UNREAD, findings: [{ problem: read, pointer: undefined }] };
  const problems = await lintDocument({
    document: document.entry,
    config: read.config,
    externalRefResolver: document.resolver,
    customTypes: readTypes(document, { isLint: true }),
  });
  const real = problems.filter(
    (problem) => !isExcused(problem) && !isBooleanSchema(document, problem.message),
  );
  const findings = real.map((problem) => ({
    problem: toProblem(problem),
    // The pointer of the whole file is written "#/".
    pointer: problem.location[0]?.pointer?.replace(/^#\/?$/, "").replace(/^#/, ""),
  }));
  const { isStrict, isCurtailed, configured } = read;
  return { findings, isStrict, isCurtailed, configured };
}

/** By the standard that the later stages know: what OpenAPI 3.2 adds to 3.1 is found, and bundled all the same. */
function readTypes({ entry }: OpenDocument, { isLint }: { readonly isLint: boolean }) {
  const version = detectSpec(entry.parsed);
  const types = getTypes(isLint && version === "oas3_2" ? "oas3_1" : version);
  return correctTypes(types, version !== "oas3_0");
}

/** A schema that a reference leads to may be a boolean as well. */
function isBooleanSchema({ entry }: OpenDocument, message: string): boolean {
  const isFound = message === "Expected type `Schema` (object) but got `boolean`";
  return isFound && detectSpec(entry.parsed) !== "oas3_0";
}

/**
 * Makes one document of all files, in place: afterwards `entry.parsed` is the bundled document, as the decorators of the
 * configuration leave it.
 */
export async function bundleOpenDocument(document: OpenDocument, configFile?: string): Promise<Problem[]> {
  const config = await loadConfigOf(document, configFile);
  // The lint has run them.
  for (const version of OPENAPI_VERSIONS) config.preprocessors[version] = {};
  const { problems } = await bundleDocument({
    document: document.entry,
    config,
    externalRefResolver: document.resolver,
    types: readTypes(document, { isLint: false }),
  });
  document.restore();
  return problems.filter((problem) => !isExternalExample(document, problem)).map(toProblem);
}

/** The bundler wants to read what `externalValue` names, which only describes. */
function isExternalExample(document: OpenDocument, { location }: NormalizedProblem): boolean {
  const [place] = location;
  const pointer = place?.pointer?.slice(1) ?? "";
  const file = place?.source.absoluteRef ?? "";
  return (
    readMember(readPointer(document.resolver.documents.get(file)?.parsed, pointer), "externalValue") !==
    undefined
  );
}

/** Line and column of a place, or of the nearest place around it that the file has. */
export function findPosition(document: OpenDocument, place: Place, on: "key" | "value"): Position {
  const source = document.resolver.documents.get(place.file)?.source ?? document.entry.source;
  return toPosition({ source, pointer: `#${place.pointer || "/"}`, reportOnKey: on === "key" });
}

/** What the maintainers have put on Redocly's list of what is ignored. What makes a document invalid stays an error. */
function isExcused({ ignored, ruleId }: NormalizedProblem): boolean {
  return ignored === true && !isValidityRule(ruleId);
}

/** As Redocly's own commands take it: with what `apis` has for this document, and what is ignored in its files. */
async function loadConfigOf({ entry }: OpenDocument, configFile: string | undefined): Promise<Config> {
  if (configFile === undefined) return await createConfig({});
  const config = await loadConfig({ configPath: configFile });
  const chosen = config.forAlias(findApi(config.resolvedConfig.apis, configFile, entry.source.absoluteRef));
  // It names files by their whole path, and the resolver by that from the working directory.
  for (const [path, rules] of Object.entries(chosen.ignore))
    chosen.ignore[relative("", path).replaceAll("\\", "/")] = rules;
  return chosen;
}

async function readConfig(
  document: OpenDocument,
  settings: LintSettings,
): Promise<(LintConfig & { readonly config: Config }) | Problem> {
  try {
    const config = await loadConfigOf(document, settings.configFile);
    return { config, ...adjustRules(config.rules, settings) };
  } catch (error) {
    // A plugin's failure comes with its stack below the message.
    const problem = toLoadProblem(error, settings.configFile ?? "");
    return { ...problem, rule: "lint-configuration", message: problem.message.split("\n", 1)[0] ?? "" };
  }
}

/**
 * JSON.parse is six times as fast as the YAML parser. What is not strictly JSON goes to the YAML parser, which
 * knows the line and column of what is wrong (and reads comments and trailing commas, as YAML allows).
 */
function parseJson(source: Source): Document | undefined {
  const parsed = /^\s*[{[]/.test(source.body) ? parseStrictJson(source.body) : undefined;
  if (parsed === undefined) return undefined;
  const root = new JsonNode(source.body);
  // It has what is asked of a tree for a place.
  source.getAst = () => root as unknown as ReturnType<Source["getAst"]>;
  return { source, parsed: parsed.value };
}

/** Without a byte order mark and with LF alone, so that the same text gives the same output on every system. */
function normalizeText(text: string): string {
  return text.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n");
}

function toLoadProblem(error: unknown, file: string): Problem {
  if (error instanceof YamlParseError) {
    const [line, col] = [error.line || 1, error.col || 1];
    const span = { start: { line, col }, end: { line, col: col + 1 } };
    const position = { ...toPosition({ source: error.source, pointer: undefined, ...span }), file };
    return { severity: "error", rule: "syntax", message: cleanMessage(error.message), ...position };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { severity: "error", rule: "load", message, file, line: 1, column: 1 };
}

function toProblem(problem: NormalizedProblem): Problem {
  const [location] = problem.location;
  const position = location === undefined ? { file: "", line: 1, column: 1 } : toPosition(location);
  const hint = problem.suggest.length > 0 ? ` Did you mean: ${problem.suggest.join(", ")}?` : "";
  const severity = problem.severity === "error" ? "error" : "warning";
  return { severity, rule: problem.ruleId, message: `${cleanMessage(problem.message)}${hint}`, ...position };
}

/** Without the file and place that the YAML parser adds: they are given beside the message. */
function cleanMessage(message: string): string {
  return message.replace(/(?: in "[^"]*")?(?: \(\d+:\d+\))?$/, "");
}

function toPosition(location: LocationObject): Position {
  const place = getLineColLocation(location);
  const { line, col } = place.start;
  return { file: place.source.absoluteRef, line, column: col, snippet: renderLines(place) };
}

/** Characters of a line that are shown; a mark that lies further out, as in minified JSON, is shown alone. */
const MAX_WIDTH = 120;

/** Lines that a code frame has before and after the one that is marked. */
const LINES_AROUND = 2;

/** The marked line between its neighbours. Of a mark over several lines the first is enough to find it. */
function renderLines({ source, start, end }: LineColLocationObject): string {
  const window = start.col > MAX_WIDTH ? start.col - MAX_WIDTH / 2 : 0;
  // Only what is shown is cut: a document has thousands of lines, and may have as many problems.
  const lines: string[] = [];
  const first = Math.max(0, start.line - 1 - LINES_AROUND);
  for (const [offset, line] of source
    .getLines()
    .slice(first, start.line + LINES_AROUND)
    .entries()) {
    // The line end at the end of a file opens no line of its own.
    if (line !== "" || first + offset + 1 < source.getLines().length)
      lines[first + offset] = line.slice(window, window + MAX_WIDTH);
  }
  const shown = Object.assign(new Source(source.absoluteRef, ""), { getLines: () => lines });
  const span = {
    start: { line: start.line, col: start.col - window },
    end: { line: start.line, col: end?.line === start.line ? end.col - window : MAX_WIDTH },
  };
  return getCodeframe({ source: shown, pointer: undefined, ...span }, false);
}
