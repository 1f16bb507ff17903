/** What changed, as a version number says it; in the order of weight. */
export const levels = ["none", "patch", "minor", "major"] as const;
export type Level = (typeof levels)[number];

export type Version = readonly [major: number, minor: number, patch: number];

/** @returns undefined for what is not `1.2.3`: pre-releases are not published from here. */
export function parseVersion(text: string): Version | undefined {
  const [, major, minor, patch] = /^(\d+)\.(\d+)\.(\d+)$/.exec(text) ?? [];
  if (major === undefined || minor === undefined || patch === undefined) return undefined;
  return [Number(major), Number(minor), Number(patch)];
}

export function renderVersion(version: Version): string {
  return version.join(".");
}

/** Negative when `left` is the lower one, as for `sort`. */
export function compareVersions(left: Version, right: Version): number {
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2];
}

/**
 * The lowest version that may follow `version` after a change of this level. Below 1.0.0 a break is a new minor
 * version, because a caret range there takes new patches alone (Semantic Versioning 2.0.0 §4, npm's ranges).
 */
export function findNextVersion([major, minor, patch]: Version, level: Level): Version {
  if (level === "major" && major > 0) return [major + 1, 0, 0];
  if (level === "major" || (level === "minor" && major > 0)) return [major, minor + 1, 0];
  return [major, minor, patch + 1];
}
