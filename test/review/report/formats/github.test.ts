import { describe, expect, test } from "vitest";
import type { Change } from "../../../../scripts/review/report/changes.js";
import { formatGithub } from "../../../../scripts/review/report/formats/github.js";
import type { PrintableReview } from "../../../../scripts/review/report/printable.js";
import { HOSTILE, toHostileChange } from "./hostile-names.js";
import { printable } from "./printable.js";

const print = (changes: readonly Change[], rest: Partial<PrintableReview> = {}): string =>
  formatGithub(printable(changes, rest));

const change: Change = {
  id: "a@b#1",
  level: "major",
  levels: { wire: "major", types: "patch" },
  direction: "request",
  keyword: "maximum",
  operationId: "addItem",
  location: { side: "head", file: "openapi/a.yaml", line: 3, column: 2 },
  message: "`n` must now be at most 1.",
  verdict: "proved",
};

const decode = (text: string) => text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%3A", ":").replaceAll("%2C", ",").replaceAll("%25", "%"); // prettier-ignore

/** What GitHub's runner takes from a line: a command at its start, properties up to the next `::`, data after it. */
function parse(line: string) {
  const [, command = "", written = "", data = ""] = /^::(\S+) (.*?)::(.*)$/u.exec(line) ?? [];
  const properties = Object.fromEntries(written.split(",").map((pair) => [pair.slice(0, pair.indexOf("=")), decode(pair.slice(pair.indexOf("=") + 1))]));
  return { command, properties: properties as Record<string, string>, message: decode(data) };
} // prettier-ignore

const commandsOf = (text: string) => text.split("\n").slice(1, -1).map(parse);

const idOf = (level: Change["level"], rest: Partial<PrintableReview> = {}) =>
  /^id: .*$/m.exec(commandsOf(print([{ ...change, level }], rest))[0]?.message ?? "")?.[0]; // prettier-ignore

describe("an annotation", () => {
  test("stands at the changed line, with what shows the break", () => {
    const curl = "curl 'https://a'";
    const counterexample = { request: {}, refusedBy: "head", issues: [{ message: "must be at most 1", path: ["n"], keyword: "maximum" }] } as const; // prettier-ignore
    expect(commandsOf(print([{ ...change, curl, counterexample, compiler: "why" }]))).toEqual([
      {
        command: "error",
        properties: { file: "openapi/a.yaml", line: "3", col: "2", title: "Breaks callers" },
        message: [
          "`n` must now be at most 1. (addItem)",
          "Request that worked and is now refused: `n` must be at most 1:",
          "curl 'https://a'",
          "TypeScript: why",
          "id: a@b#1",
        ].join("\n"),
      },
    ]);
  });

  test("of a line that is gone stands where it stood", () => {
    const inHead = { file: "openapi/b.yaml", line: 7 };
    const [command] = commandsOf(
      print([{ ...change, location: { ...change.location, side: "base", inHead } }]),
    );
    expect(command?.properties).toEqual({ file: "openapi/b.yaml", line: "7", title: "Breaks callers" });
  });

  test.each<[claim: string, rest: Partial<Change>, command: string | undefined]>([
    ["a break", {}, "error"],
    ["what counts as one", { verdict: "undecided", reason: "it is open" }, "error"],
    ["a break of types", { levels: { wire: "patch", types: "major" } }, "error"],
    ["an accepted break", { accepted: { reason: "r", until: "2999-01-01" } }, "warning"],
    ["news", { level: "minor" }, "notice"],
    ["what alters nothing", { level: "patch" }, undefined],
  ])("of %s: %#", (_, rest, command) => {
    expect(commandsOf(print([{ ...change, ...rest }]))[0]?.command).toBe(command);
  });

  test("has an id where the change can be accepted", () => {
    expect([idOf("major"), idOf("minor"), idOf("minor", { failOn: "minor" })]).toEqual(["id: a@b#1", undefined, "id: a@b#1"]);
  }); // prettier-ignore

  test("says why nothing is decided, and until when it is accepted", () => {
    const [open] = commandsOf(print([{ ...change, verdict: "undecided", reason: "it is open" }]));
    expect(open?.message).toContain("\nIt is open.\n");
    const [accepted] = commandsOf(print([{ ...change, accepted: { reason: "r", until: "2999-01-01" } }]));
    expect(accepted?.message).toContain("\nAccepted until 2999-01-01: r\n");
  });
});

test("the first line sums up, and is no command", () => {
  expect(print([change]).split("\n")[0]).toBe("Breaks callers: 1 breaking change in requests or responses.");
});

test("remarks and what was not judged are notices", () => {
  const notJudged = [{ message: "cannot be read", location: { ...change.location, side: "base" } as const }];
  expect(commandsOf(print([], { remarks: ["over"], notJudged }))).toEqual([
    { command: "notice", properties: { file: "openapi/a.yaml", line: "3", title: "Not judged" }, message: "cannot be read" },
    { command: "notice", properties: { title: "Note" }, message: "over" },
  ]); // prettier-ignore
});

describe("whatever a document is called", () => {
  test.each(HOSTILE)("%j makes no command of its own, and is read as it is", (name) => {
    const text = print([toHostileChange(name, 0)], { remarks: [name] });
    expect(text.split("\n")).toHaveLength(4);
    expect(text).not.toContain("##[");
    expect(text.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
    const [command] = commandsOf(text);
    const plain = name.replaceAll("##[", "# #[").replaceAll(/(?![\r\n])\p{Cc}/gu, "\uFFFD");
    expect(command?.properties["file"]).toBe(`${plain}.yaml`);
    expect(command?.message.startsWith(`\`${plain}\` of the request body takes less ${plain}.`)).toBe(true);
  });
});
