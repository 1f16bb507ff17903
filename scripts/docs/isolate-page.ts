/** The page of Redocly does not look as expected, so that it cannot be promised to keep to itself. */
export class PageError extends Error {
  override readonly name = "PageError";
}

/** What the browser refuses to the page: everything but its own text and what its scripts make of it. */
const POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline' blob:",
  "worker-src blob:",
  "style-src 'unsafe-inline'",
  "img-src data:",
  "font-src data:",
  "connect-src data: blob:",
].join("; ");

/** Loaded by a script from a host of Redocly, even when everything else is part of the page. */
const LOGOS = { "logo-mini-full": "Redocly", "logo-mini": "R" } as const;

/** The first element of the page's head: the policy has to come before whatever it is about. */
const CHARSET = '<meta charset="utf8" />';

/**
 * Makes the page one file that asks no host for anything: the logo becomes text, and a policy in the page
 * (https://www.w3.org/TR/CSP3/#meta-element) keeps what a later version of Redocly might load from being loaded.
 * @throws PageError when the page has no head or no logos where they were.
 */
export function isolatePage(html: string): string {
  const withLogos = Object.entries(LOGOS).reduce(
    (page, [name, text]) => replaceOnce(page, `https://cdn.redoc.ly/redoc/${name}.svg`, drawText(text)),
    html,
  );
  const policy = `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`;
  return replaceOnce(withLogos, CHARSET, `${CHARSET}\n  ${policy}`);
}

function replaceOnce(page: string, old: string, text: string): string {
  const [before, after, ...more] = page.split(old);
  if (before === undefined || after === undefined || more.length > 0) {
    throw new PageError(`Redocly's page should have ${old} once. Did its version change?`);
  }
  return `${before}${text}${after}`;
}

function drawText(text: string): string {
  const width = text.length * 8;
  const label = `<text x="0" y="12" font-family="sans-serif" font-size="13" fill="#0044d4">${text}</text>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="16">${label}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
