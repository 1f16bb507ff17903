// One fault of a document comes with others that it causes: they are counted, and not told.

import { isRecord, localPointer, readMember, readPointer, splitPointer } from "../json/pointer.js";
import { findNearestName } from "../jsonschema/runtime/names.js";
import type { Finding, OpenDocument } from "./source/redocly.js";

/** The rules whose faults other rules stumble over. */
const STRUCTURAL: ReadonlySet<string> = new Set(["struct", "no-unresolved-refs"]);

/** The first fault of each cause, with the number of those that follow from it. */
export function foldFollowers(findings: readonly Finding[]): Finding[] {
  const leaders = new Map<string, Finding>();
  for (const finding of findings.filter(isLeader)) {
    const key = causeOf(finding);
    if (!leaders.has(key)) leaders.set(key, finding);
  }
  const followers = new Map<Finding, number>();
  const kept = findings.filter((finding) => {
    const leader = findLeader(finding, leaders);
    if (leader === undefined || leader === finding) return true;
    followers.set(leader, (followers.get(leader) ?? 0) + 1);
    return false;
  });
  return kept.map((finding) => addCount(finding, followers.get(finding) ?? 0));
}

function isLeader({ problem }: Finding): boolean {
  return problem.severity === "error" && STRUCTURAL.has(problem.rule);
}

/** A file that cannot be parsed is at fault at every reference to it; a reference that leads nowhere, each time. */
function causeOf({ problem, pointer }: Finding): string {
  const { rule, message, file } = problem;
  if (rule === "no-unresolved-refs")
    return message.replace(/^(?:Failed to parse|Can't resolve \$ref "[^"]*"): /, ": ");
  return `${file}#${pointer ?? ""}`;
}

/** The fault at the place of another, or nearest around it. */
function findLeader(finding: Finding, leaders: ReadonlyMap<string, Finding>): Finding | undefined {
  const own = leaders.get(causeOf(finding));
  if (own !== undefined) return own;
  const { problem, pointer = "" } = finding;
  for (let end = pointer.length; end > 0; end = pointer.lastIndexOf("/", end - 1)) {
    const leader = leaders.get(`${problem.file}#${pointer.slice(0, end)}`);
    if (leader !== undefined) return leader;
  }
  return undefined;
}

function addCount(finding: Finding, count: number): Finding {
  if (count === 0) return finding;
  const { problem } = finding;
  return {
    ...finding,
    problem: { ...problem, message: `${problem.message} (and ${count} that follow from it)` },
  };
}

/** The linter does not say which reference leads nowhere. The nearest name that exists is what was meant, mostly. */
export function explainReference(document: OpenDocument, finding: Finding): Finding {
  const { problem, pointer } = finding;
  if (pointer === undefined || !problem.message.startsWith("Can't resolve $ref")) return finding;
  const root = document.resolver.documents.get(problem.file)?.parsed;
  const value = readPointer(root, pointer);
  const ref = typeof value === "string" ? value : readMember(value, "$ref");
  if (typeof ref !== "string") return finding;
  const reason = problem.message.slice("Can't resolve $ref".length);
  const nearest = reason === "" ? findNearest(document, problem.file, ref) : undefined;
  const hint = nearest === undefined ? "" : `. Did you mean: ${nearest}?`;
  return {
    ...finding,
    problem: { ...problem, message: `Can't resolve $ref ${JSON.stringify(ref)}${reason}${hint}` },
  };
}

type Advise = (value: unknown, root: unknown) => string;

/** What to do, for rules that only say that something is to be done. */
const ADVICE: Readonly<Record<string, Advise>> = {
  "path-http-verbs-order": () => "the order is get, head, post, put, patch, delete, options, trace",
  "tags-alphabetical": (_, root) => `the order is ${namesOfTags(root).toSorted().join(", ")}`,
  "operation-tag-defined": (tag, root) => {
    const names = namesOfTags(root);
    const known = `the document has ${names.length > 0 ? names.join(", ") : "none"}`;
    const nearest = typeof tag === "string" ? findNearestName(tag, names) : undefined;
    return nearest === undefined ? known : `${known}. Did you mean ${nearest}?`;
  },
};

function namesOfTags(root: unknown): string[] {
  const tags = readMember(root, "tags");
  return Array.isArray(tags) ? tags.map((tag) => String(readMember(tag, "name"))) : [];
}

/** The finding with what to do about it, where the linter does not say. */
export function advise(document: OpenDocument, finding: Finding): Finding {
  const { problem, pointer } = finding;
  const find = Object.hasOwn(ADVICE, problem.rule) ? ADVICE[problem.rule] : undefined;
  if (find === undefined || pointer === undefined) return finding;
  const value = readPointer(document.resolver.documents.get(problem.file)?.parsed, pointer);
  const message = `${problem.message.replace(/\.$/, "")}: ${find(value, document.entry.parsed)}`;
  return { pointer, problem: { ...problem, message } };
}

/** The reference with its first name that is not there replaced by the closest one beside it. */
function findNearest(document: OpenDocument, file: string, ref: string): string | undefined {
  const [uri = "", fragment = ""] = ref.split("#", 2);
  const target = uri === "" ? file : document.resolver.resolveExternalRef(file, uri);
  let value = document.resolver.documents.get(target)?.parsed;
  const segments = splitPointer(localPointer(`#${fragment}`) ?? "");
  for (const [index, segment] of segments.entries()) {
    const next = readMember(value, segment);
    if (next === undefined) {
      const closest = isRecord(value) ? findNearestName(segment, Object.keys(value)) : undefined;
      if (closest === undefined) return undefined;
      return `${uri}#/${[...segments.slice(0, index), closest, ...segments.slice(index + 1)].join("/")}`;
    }
    value = next;
  }
  return undefined;
}
