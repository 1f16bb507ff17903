// npm shows README.md apart from the files that it links to, so that its links have to say where those are.

/** A link or a picture whose target is a path: `[text](path#part)`, `![text](path)`. */
const RELATIVE = /(!?)(\[[^\]]*\]\()(?!#|[a-z][a-z\d+.-]*:)([^)\s]+)/gi;

/** The targets that are paths, in their order. */
export function listRelativeLinks(markdown: string): readonly string[] {
  return [...markdown.matchAll(RELATIVE)].map(([, , , target = ""]) => target);
}

/**
 * The same text with links to the files as the repository shows them, and pictures as it serves them.
 * @param repository its address at GitHub, as package.json has it; of any other nothing is known.
 */
export function makeLinksAbsolute(markdown: string, repository: string): string {
  const [, name] = /github\.com[/:]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(repository) ?? [];
  if (name === undefined) return markdown;
  return markdown.replaceAll(RELATIVE, (_, mark: string, text: string, target: string) => {
    const host =
      mark === "!"
        ? `https://raw.githubusercontent.com/${name}/HEAD`
        : `https://github.com/${name}/blob/HEAD`;
    return `${mark}${text}${host}/${target}`;
  });
}
