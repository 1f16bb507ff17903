import type { Change } from "../../../../scripts/review/report/changes.js";

/** What a document may be called, and its names: everything that Markdown, HTML and GitHub take for their own. */
export const HOSTILE = [
  "a|b",
  "a\\|b",
  "`tick",
  "``two`` ticks",
  "</details></td></table>",
  "<script>alert(1)</script>",
  "\"><img src=x onerror=alert(1)>'",
  "<!-- open",
  "--></style></title></pre></li>",
  "&lt;b&gt;&#60;",
  "![](https://evil.example/x.png)",
  "[a](https://evil.example)",
  "https://evil.example www.evil.example",
  "@octocat #12 *a* _b_ ~~c~~",
  "line\nbreak\r\n\r\n# title",
  "line\n::error::broken",
  "a,b:c=d%0A::stop-commands::x",
  "##[add-mask]x ##vso[task]",
  "```\nfence",
  "\u202Ereversed\u0007\u001B[2J",
  "😀".repeat(300),
] as const;

export function toHostileChange(name: string, index: number): Change {
  return {
    id: `maximum-narrower@${name}#${index}`,
    level: "major",
    levels: { wire: "major", types: "major" },
    direction: "request",
    keyword: "maximum",
    operationId: name,
    location: { side: "head", file: `${name}.yaml`, line: index + 1, column: 1 },
    message: `\`${name}\` of the request body takes less ${name}.`,
    compiler: `Type '${name}' is not assignable`,
    verdict: "proved",
    accepted: { reason: name, until: "2999-12-31" },
    counterexample: {
      request: { method: "POST", path: `/${name}`, body: { [name]: name } },
      refusedBy: "head",
      issues: [{ message: `must not be ${name}`, path: [name], keyword: "maximum" }],
    },
  };
}
