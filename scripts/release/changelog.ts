/** CHANGELOG.md after keepachangelog.com: `## [Unreleased]`, then `## [1.2.3] - 2026-01-31`, newest first. */
export type Changelog = {
  /** What stands under Unreleased, without white space around it. */
  readonly unreleased: string;
  readonly released: readonly string[];
};

const UNRELEASED = "## [Unreleased]";

export function readChangelog(text: string): Changelog {
  const sections = text.replaceAll("\r\n", "\n").split(/^(?=## )/m);
  const unreleased = sections.find((section) => section.startsWith(`${UNRELEASED}\n`)) ?? "";
  return {
    unreleased: unreleased.slice(UNRELEASED.length).trim(),
    released: sections.flatMap(
      (section) => /^## \[(\d[^\]]*)\] - \d{4}-\d\d-\d\d\n/.exec(section)?.[1] ?? [],
    ),
  };
}

/** Gives what stands under Unreleased to a version. @param date as 2026-01-31. */
export function releaseChangelog(text: string, version: string, date: string): string {
  return text.replace(UNRELEASED, `${UNRELEASED}\n\n## [${version}] - ${date}`);
}
