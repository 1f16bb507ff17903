import type { Change } from "../changes.js";
import { groupAlike, type Group } from "../groups.js";
import { capitalize, sayAccepted, sayConfigured, TITLES, WORDS, type Effect } from "../phrases.js";
import {
  alarmOf,
  createPlaceWriter,
  isAcceptable,
  listNames,
  operationsOf,
  sectionsOf,
  sidesOf,
  summaryOf,
  type PrintableReview,
  type Section,
} from "../printable.js";
import { proofsOf } from "../proof/shown.js";

/** One file that needs nothing else: it loads nothing and runs nothing, whatever a document is called. */
export function formatHtml(review: PrintableReview): string {
  const placeOf = createPlaceWriter(review);
  const { base, head } = sidesOf(review);
  const summary = escape(summaryOf(review));
  const notJudged = (review.notJudged ?? []).map(
    (part) => `<p class="remark">Not judged: <code>${escape(placeOf(part))}</code> ${mark(part.message)}</p>`,
  );
  const remarks = review.remarks.map((remark) => `<p class="remark">${escape(remark)}</p>`);
  const body = [
    `<h1 class="${alarmOf(review)}">${summary}</h1>`,
    `<p class="sides"><b>base</b>, ${WORDS.base}: <code>${escape(base)}</code><br><b>head</b>, ${WORDS.head}: <code>${escape(head)}</code></p>`,
    ...notJudged,
    ...remarks,
    ...sectionsOf(review).map((section) => formatSection(section, { review, placeOf })),
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${summary}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${body.join("\n")}
</main>
</body>
</html>
`;
}

/** Sections of this kind begin closed. */
const CLOSED: ReadonlySet<Effect> = new Set(["accepted", "lowered", "minor", "patch"]);

type Context = {
  readonly review: PrintableReview;
  readonly placeOf: ReturnType<typeof createPlaceWriter>;
};

function formatSection({ effect, changes }: Section, context: Context): string {
  const isListed = effect === "patch" || effect === "minor";
  const items = isListed
    ? groupAlike(changes).map((group) => formatGroup(group, context))
    : changes.map((change) => formatChange(change, context));
  return `<details class="${effect}"${CLOSED.has(effect) ? "" : " open"}>
<summary><h2>${TITLES[effect]} <small>${changes.length}</small></h2></summary>
<ul>
${items.join("\n")}
</ul>
</details>`;
}

function formatGroup({ first, text, all }: Group, { review, placeOf }: Context): string {
  const ids = all.filter((change) => isAcceptable(review, change)).map(({ id }) => sayId(id));
  const note = first.note === undefined ? "" : ` ${first.note}`;
  return [
    `<li><p>${mark(`${text}${note}`)}</p>`,
    `<p class="about"><code>${escape(placeOf(first))}</code></p>${ids.join("")}</li>`,
  ].join("");
}

function sayId(id: string): string {
  return `<p class="about">id <code>${escape(id)}</code></p>`;
}

function formatChange(change: Change, { placeOf }: Context): string {
  const { id, level, message, sentence, reason, note, compiler, accepted, configured } = change;
  const parts = [
    `<p>${mark(sentence ?? message)}</p>`,
    `<p class="about"><code>${escape(placeOf(change))}</code>${sayOperations(operationsOf(change))}</p>`,
    ...(reason === undefined ? [] : [`<p>${mark(capitalize(reason))}.</p>`]),
    ...(note === undefined ? [] : [`<p>${mark(note)}</p>`]),
    ...proofsOf(change).flatMap(({ words, payload }) => [
      `<p>${mark(words)}</p>`,
      `<pre>${escape(payload)}</pre>`,
    ]),
    ...(compiler === undefined ? [] : [`<p>${WORDS.compiler}:</p>`, `<pre>${escape(compiler)}</pre>`]),
    ...(configured === undefined ? [] : [`<p>${escape(sayConfigured(level, configured))}</p>`]),
    ...(accepted === undefined ? [] : [`<p>${escape(sayAccepted(accepted))}</p>`]),
    sayId(id),
  ];
  return `<li>${parts.join("\n")}</li>`;
}

function sayOperations(names: readonly string[]): string {
  return names.length === 0
    ? ""
    : `, ${names.length === 1 ? "operation" : `${names.length} operations`} ${escape(listNames(names))}`;
}

/** What stands between backticks is shown as code. */
function mark(text: string): string {
  const parts = text.split("`");
  // The last backtick has no partner.
  const isOdd = parts.length % 2 === 0;
  return parts
    .map((part, index) => {
      if (index % 2 === 0) return escape(part);
      return isOdd && index === parts.length - 1 ? `\`${escape(part)}` : `<code>${escape(part)}</code>`;
    })
    .join("");
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Marks of direction would turn the text around them, and controls have no place in HTML. */
function escape(text: string): string {
  return text
    .replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
    .replaceAll(/[\u202A-\u202E\u2066-\u2069]|(?![\n\t])\p{Cc}/gu, "\uFFFD");
}

const STYLE = `
:root { color-scheme: light dark; --text: #1f2328; --quiet: #59636e; --page: #fff; --box: #f6f8fa; --line: #d1d9e0; --red: #b3261e; --amber: #7a5200; --green: #1a6e33 }
@media (prefers-color-scheme: dark) { :root { --text: #e6edf3; --quiet: #9aa4af; --page: #0d1117; --box: #161b22; --line: #30363d; --red: #ff8b82; --amber: #e3b341; --green: #6fdd8b } }
body { margin: 0; background: var(--page); color: var(--text); font: 16px/1.5 system-ui, sans-serif }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem }
h1 { font-size: 1.35rem; line-height: 1.35; border-left: .35rem solid var(--green); padding-left: .75rem }
h1.break { border-color: var(--red) }
h1.news { border-color: var(--amber) }
h2 { display: inline; font-size: 1.1rem }
h2 small { color: var(--quiet); font-weight: normal }
summary { cursor: pointer; padding: .5rem 0 }
.wire h2, .undecided h2, .types h2, .configured h2 { color: var(--red) }
.minor h2, .accepted h2, .lowered h2 { color: var(--amber) }
.patch h2 { color: var(--green) }
ul { list-style: none; margin: 0; padding: 0 }
li { border: 1px solid var(--line); border-radius: .4rem; padding: .25rem .9rem; margin: .6rem 0 }
p { margin: .45rem 0; overflow-wrap: anywhere }
.about, .sides { color: var(--quiet); font-size: .9rem }
.remark { border-left: .25rem solid var(--line); padding-left: .75rem }
code, pre { font: .88em/1.45 ui-monospace, monospace; background: var(--box); border-radius: .25rem }
code { padding: .1em .3em }
pre { padding: .7rem .8rem; white-space: pre-wrap; overflow-wrap: anywhere }
`;
