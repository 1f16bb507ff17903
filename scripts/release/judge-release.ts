// Whether a commit may be published: rules over facts. read-facts.ts gathers the facts.

import type { Changelog } from "./changelog.js";
import {
  compareVersions,
  findNextVersion,
  parseVersion,
  renderVersion,
  type Level,
  type Version,
} from "../version.js";

/** What is known of the commit that would be released. */
export type Facts = {
  /** The tag that is released; undefined for a dry run. */
  readonly tag: string | undefined;
  /** The release before it. */
  readonly lastTag: string | undefined;
  /** By the file that says it. */
  readonly versions: Readonly<Record<string, string>>;
  readonly changelog: Changelog;
  /** The verdict over the document since the last tag; undefined when there was none to compare with. */
  readonly level: Level | undefined;
  /** `repository` of package.json. */
  readonly repository: string | undefined;
  /** What else npm shows of a package and package.json lacks: `homepage`, `bugs`, `author`. */
  readonly missing: readonly string[];
  /** Fields in which scripts/package.json says otherwise than package.json, where both must say the same. */
  readonly differing?: readonly string[];
  /** Links of README.md that only the repository's own folder has the targets of. */
  readonly relativeLinks: readonly string[];
  /** CODEOWNERS still names its placeholder. */
  readonly isOwnerMissing: boolean;
};

/** A note is what a release needs and a dry run does not. */
export type Finding = {
  readonly rule: string;
  readonly result: "ok" | "note" | "error";
  readonly text: string;
};

type Rule = (facts: Facts) => Omit<Finding, "rule">;

export function judgeRelease(facts: Facts): readonly Finding[] {
  return Object.entries(rules).map(([rule, judge]) => ({ rule, ...judge(facts) }));
}

const rules: Readonly<Record<string, Rule>> = {
  version: ({ versions }) => {
    const [version = "", ...others] = new Set(Object.values(versions));
    if (others.length > 0) return error(`differs between files: ${list(versions)}`);
    if (parseVersion(version) === undefined)
      return error(`${version} is not a version of three numbers, such as 1.2.3`);
    return ok(`${version} in ${Object.keys(versions).join(", ")}`);
  },

  tag: ({ tag, versions }) => {
    if (tag === undefined) return note("none is given, so this is a dry run");
    return tag === `v${readVersion(versions)}`
      ? ok(tag)
      : error(`${tag} is not the tag of this version, which is v${readVersion(versions)}`);
  },

  changelog: ({ tag, changelog: { released, unreleased }, versions, level = "none" }) => {
    const version = readVersion(versions);
    const [newest = "none"] = released;
    if (tag !== undefined && newest !== version)
      return error(`the newest entry is ${newest}, not ${version}`);
    if (tag !== undefined && unreleased !== "")
      return error("text is left under Unreleased; it belongs to the version");
    if (tag !== undefined) return ok(`has an entry for ${version}`);
    if (unreleased !== "") return note("the entry is under Unreleased; npm version gives it a number");
    const isWritten = newest === version && level === "none";
    return isWritten ? ok(`has an entry for ${version}`) : error("nothing is written under Unreleased");
  },

  bump: ({ tag, lastTag, level, versions }) => {
    const version = parseVersion(readVersion(versions));
    const last = lastTag === undefined ? undefined : parseVersion(lastTag.slice(1));
    if (version === undefined) return error("there is no version of three numbers to compare");
    if (lastTag === undefined) return note("there is no earlier release to compare the document with");
    if (last === undefined) return error(`${lastTag} is not the tag of a version, such as v1.2.3`);
    if (level === undefined) return error(`the document cannot be compared with ${lastTag}`);
    return judgeBump(version, last, level, tag !== undefined);
  },

  repository: ({ tag, repository }) => {
    if (repository !== undefined) return ok(repository);
    const text = "package.json has no repository, which npm compares with the provenance";
    return tag === undefined ? note(text) : error(text);
  },

  manifest: ({ missing }) =>
    missing.length === 0
      ? ok("package.json has what npm shows of a package")
      : note(`package.json has no ${missing.join(", no ")}, which npm shows`),

  tool: ({ differing = [] }) =>
    differing.length === 0
      ? ok("scripts/package.json says of itself what package.json does")
      : error(`scripts/package.json has another ${differing.join(", another ")} than package.json`),

  links: ({ tag, repository, relativeLinks }) => {
    if (relativeLinks.length === 0) return ok("of README.md are absolute");
    if (repository === undefined)
      return note("of README.md become absolute once package.json has a repository");
    const text = `${relativeLinks[0]} is a link that npm cannot follow; npm version makes those of README.md absolute`;
    return tag === undefined ? note(text) : error(text);
  },

  owners: ({ tag, isOwnerMissing }) => {
    if (!isOwnerMissing) return ok("of openapi/ are named in CODEOWNERS");
    const text = "CODEOWNERS has a placeholder, so nobody is asked about the document";
    return tag === undefined ? note(text) : error(text);
  },
};

function judgeBump(version: Version, last: Version, level: Level, isRelease: boolean): Omit<Finding, "rule"> {
  const next = findNextVersion(last, level);
  const since = `the change of the document since ${renderVersion(last)} is ${level}`;
  if (!isRelease && compareVersions(version, last) === 0)
    return note(`the next version is at least ${renderVersion(next)} (${since})`);
  if (compareVersions(version, next) < 0)
    return error(`${renderVersion(version)} is too low: at least ${renderVersion(next)} (${since})`);
  return ok(`${renderVersion(version)} is enough (${since})`);
}

function readVersion(versions: Facts["versions"]): string {
  return Object.values(versions)[0] ?? "";
}

function list(versions: Facts["versions"]): string {
  return Object.entries(versions)
    .map(([file, version]) => `${version} in ${file}`)
    .join(", ");
}

const ok = (text: string) => ({ result: "ok", text }) as const;
const note = (text: string) => ({ result: "note", text }) as const;
const error = (text: string) => ({ result: "error", text }) as const;
