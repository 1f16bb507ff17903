import { readFileSync } from "node:fs";
import { CommandError, createCommand, UsageError } from "./terminal/args.js";
import { print, type Terminal } from "./terminal/terminal.js";

const HELP = `Usage: npm run github:post -- --file FILE (--branch OWNER:NAME --sha SHA | --issue TITLE)

Posts a text to GitHub, in the place of the one that this command posted before.

  --file FILE           the text, in Markdown
  --branch OWNER:NAME   the branch of a pull request, which gets the text as a comment
  --sha SHA             the commit that the text is about; a pull request that has moved on gets no comment
  --issue TITLE         opens an issue with the text, or updates the one that is open
  --help                show this text

Read from the environment, as GitHub's runners set it: GITHUB_TOKEN, GITHUB_REPOSITORY, GITHUB_API_URL.

Exit code: 0 done or nothing to do, 1 GitHub refused, 2 wrong usage.
`;

/** Hidden in the text, to find it again. */
const MARK = "<!-- posted by npm run github:post -->";

/** Whose posts may be replaced: anybody can write the mark. */
const AUTHOR = "github-actions[bot]";

/** GitHub takes 65,536 characters. */
const MAX_LENGTH = 65_000;

const NOTHING = "_No review could be made: the job's log says why._";

type Post = { readonly id: number; readonly body: string | null; readonly user: { readonly login: string } };
type Issue = Post & { readonly number: number; readonly pull_request?: object };
type Pull = { readonly number: number; readonly head: { readonly sha: string } };
type Send = (method: string, path: string, body?: object) => Promise<unknown>;

export const run = createCommand(
  {
    script: "github:post",
    help: HELP,
    options: {
      file: { type: "string" },
      branch: { type: "string" },
      sha: { type: "string" },
      issue: { type: "string" },
    },
  },
  async ({ file, branch, sha, issue }, terminal) => {
    if (file === undefined) throw new UsageError("--file is missing");
    const send = connect(terminal.env);
    const body = prepareText(readFileSync(file, "utf8"));
    if (issue !== undefined && branch === undefined && sha === undefined)
      return print(terminal, await postIssue(send, issue, body));
    if (issue !== undefined || branch === undefined || sha === undefined)
      throw new UsageError("give either --branch with --sha, or --issue");
    return print(terminal, await postComment(send, branch, sha, body));
  },
);

async function postComment(send: Send, branch: string, sha: string, body: string): Promise<string> {
  // The search gives the kind of thing that its path names.
  const pulls = (await send("GET", `/pulls?state=open&head=${encodeURIComponent(branch)}`)) as Pull[];
  const pull = pulls.find(({ head }) => head.sha === sha);
  if (pull === undefined) return "No open pull request is at this commit.\n";
  const comments = `/issues/${pull.number}/comments`;
  const mine = await findMine<Post>(send, comments);
  if (mine === undefined) await send("POST", comments, { body });
  else await send("PATCH", `/issues/comments/${mine.id}`, { body });
  return `${mine === undefined ? "Commented" : "Updated the comment"} on pull request ${pull.number}.\n`;
}

async function postIssue(send: Send, title: string, body: string): Promise<string> {
  const mine = await findMine<Issue>(send, `/issues?state=open&creator=${encodeURIComponent(AUTHOR)}`);
  if (mine === undefined) await send("POST", "/issues", { title, body });
  else await send("PATCH", `/issues/${mine.number}`, { body });
  return `${mine === undefined ? "Opened an issue" : `Updated issue ${mine.number}`}.\n`;
}

/** The open post that this command made, if any; GitHub gives a hundred at a time. */
async function findMine<Found extends Post>(
  send: Send,
  path: string,
  page: number = 1,
): Promise<Found | undefined> {
  const sign = path.includes("?") ? "&" : "?";
  // The list gives the kind of thing that its path names.
  const posts = (await send("GET", `${path}${sign}per_page=100&page=${page}`)) as Found[];
  const mine = posts.find(
    (post) => post.user.login === AUTHOR && post.body?.includes(MARK) && !("pull_request" in post),
  );
  return mine !== undefined || posts.length < 100 ? mine : await findMine(send, path, page + 1);
}

/** A text from somebody else's branch calls nobody, and fits; an empty one is the output of a job that failed. */
function prepareText(text: string): string {
  const calm = text.trim() === "" ? NOTHING : text.replaceAll("@", "@\u200B");
  const end = "\n\n_Cut off: the rest is in the job's summary._";
  const fitting = calm.length > MAX_LENGTH ? calm.slice(0, MAX_LENGTH - end.length) + end : calm;
  return `${MARK}\n${fitting}`;
}

function connect(environment: Terminal["env"]): Send {
  const token = environment["GITHUB_TOKEN"];
  const repository = environment["GITHUB_REPOSITORY"];
  if (!token || !repository)
    throw new UsageError("GITHUB_TOKEN and GITHUB_REPOSITORY must be set in the environment");
  const root = `${environment["GITHUB_API_URL"] ?? "https://api.github.com"}/repos/${repository}`;
  const headers = {
    accept: "application/vnd.github+json",
    authorization: `Bearer ${token}`,
    "content-type": "application/json",
    "x-github-api-version": "2022-11-28",
  };
  return async (method, path, body) => {
    const response = await fetch(`${root}${path}`, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(30_000),
    }).catch((cause: unknown) => {
      throw new CommandError("GitHub cannot be reached", 1, { cause });
    });
    if (!response.ok) throw new CommandError(`GitHub answered ${method} ${path} with ${response.status}`);
    return await response.json();
  };
}
