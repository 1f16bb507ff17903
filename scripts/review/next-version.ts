import type { Level } from "./rules.js";

/** The version that a change asks for (semver.org §4, §6–8): below 1.0.0 a break moves the minor, all else the patch. */
export function nextVersion(current: string, level: Level): string {
  const [major = 0, minor = 0, patch = 0] = current.split(/[.+-]/).map(Number);
  if (level === "none") return current;
  const isEarly = major === 0;
  if (level === "major") return isEarly ? `0.${minor + 1}.0` : `${major + 1}.0.0`;
  return level === "minor" && !isEarly ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}
