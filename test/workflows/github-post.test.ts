import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { run } from "../../scripts/commands/github-post.js";
import { runCommand, type Ended } from "../commands/run-command.js";

/** What the loopback server answers a GET with, by path without its query; everything else is 404. */
type Stock = Readonly<Record<string, (query: URLSearchParams) => unknown>>;

let server: Server;
let folder: string;
let requests: string[];
let stock: Stock;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "jetemail-client-post-"));
  requests = [];
  server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "", "http://localhost");
    const path = pathname.replace("/repos/someone/something", "");
    let body = "";
    request.on("data", (part: Buffer) => (body += part.toString()));
    request.on("end", () => {
      const isKeyed = request.headers.authorization === "Bearer a-token";
      const answer = request.method === "GET" ? stock[path]?.(searchParams) : {};
      if (request.method !== "GET") requests.push(`${request.method} ${path} ${body}`);
      response.writeHead(isKeyed && answer !== undefined ? 200 : 404).end(JSON.stringify(answer ?? {}));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterEach(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

function post(text: string, ...args: readonly string[]): Promise<Ended> {
  const file = join(folder, "text.md");
  writeFileSync(file, text);
  const env = {
    GITHUB_TOKEN: "a-token",
    GITHUB_REPOSITORY: "someone/something",
    // A server that listens on a port has such an address.
    GITHUB_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  };
  return runCommand(run, ["--file", file, ...args], { env });
}

const MARK = "<!-- posted by npm run github:post -->";
const bot = { login: "github-actions[bot]" };
const comment = ["--branch", "fork:topic", "--sha", "abc"];
const pulls = { "/pulls": () => [{ number: 7, head: { sha: "abc" } }] };
const other = { id: 1, body: `${MARK} mine, says somebody else`, user: { login: "somebody" } };

test.each<readonly [string, Stock, readonly string[], readonly string[], string]>([
  [
    "a pull request without a comment gets one",
    { ...pulls, "/issues/7/comments": () => [other] },
    comment,
    [`POST /issues/7/comments ${JSON.stringify({ body: `${MARK}\nhello` })}`],
    "Commented on pull request 7.\n",
  ],
  [
    "the comment of an earlier run is replaced, on whichever page it is",
    {
      ...pulls,
      "/issues/7/comments": (query) =>
        query.get("page") === "1"
          ? Array.from({ length: 100 }, () => other)
          : [{ ...other, id: 9, user: bot }],
    },
    comment,
    [`PATCH /issues/comments/9 ${JSON.stringify({ body: `${MARK}\nhello` })}`],
    "Updated the comment on pull request 7.\n",
  ],
  [
    "a pull request that has moved on gets no comment",
    { "/pulls": () => [{ number: 7, head: { sha: "def" } }] },
    comment,
    [],
    "No open pull request is at this commit.\n",
  ],
  [
    "an issue is opened when none is open, and a pull request is none",
    { "/issues": () => [{ ...other, number: 3, user: bot, pull_request: {} }] },
    ["--issue", "Drift"],
    [`POST /issues ${JSON.stringify({ title: "Drift", body: `${MARK}\nhello` })}`],
    "Opened an issue.\n",
  ],
  [
    "the open issue is updated",
    { "/issues": () => [{ ...other, number: 4, user: bot }] },
    ["--issue", "Drift"],
    [`PATCH /issues/4 ${JSON.stringify({ body: `${MARK}\nhello` })}`],
    "Updated issue 4.\n",
  ],
])("%s", async (_, answers, args, expected, said) => {
  stock = answers;
  expect(await post("hello", ...args)).toEqual({ status: 0, stdout: said, stderr: "" });
  expect(requests).toEqual(expected);
});

test.each([
  ["a mention calls nobody", "ask @somebody", (body: string) => !body.includes("@somebody")],
  [
    "a text that is too long is cut",
    "x".repeat(70_000),
    (body: string) => body.length < 65_536 && /Cut off/.test(body),
  ],
  [
    "an empty text says that there is no review",
    "\n",
    (body: string) => /No review could be made/.test(body),
  ],
])("%s", async (_, text, isRight) => {
  stock = { ...pulls, "/issues/7/comments": () => [] };
  await post(text, ...comment);
  const { body } = JSON.parse(requests[0]?.replace(/^.+? .+? /, "") ?? "");
  expect(isRight(body)).toBe(true);
});

test("a refusal of GitHub is one line without the token, and 1", async () => {
  stock = {};
  const { status, stderr } = await post("hello", ...comment);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^GitHub answered GET \/pulls\S+ with 404\n$/);
  expect(stderr).not.toContain("a-token");
});

test.each([
  ["no place to post to", []],
  ["two places", [...comment, "--issue", "Drift"]],
  ["a branch without its commit", ["--branch", "fork:topic"]],
])("%s is wrong usage", async (_, args) => {
  expect((await post("hello", ...args)).status).toBe(2);
});
