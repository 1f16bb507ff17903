/** What Redocly's page lacks: names that break where a word ends, a title that fits a telephone, a form for paper. */
const STYLE = `
main code { word-break: normal; overflow-wrap: anywhere; }
@media (max-width: 600px) { main h1 { font-size: 1.6rem !important; line-height: 1.25 !important; } }
@media print {
  html, body, #redoc, #redoc > div, main {
    display: block; height: auto !important; max-height: none !important; overflow: visible !important;
  }
  .menu-content, [data-testid="floating-button"], [data-testid="copy-button"],
  [data-testid="schema-expand-all-button"], main .button-variant-outlined.button-size-medium,
  main .button-variant-link { display: none !important; }
  main pre { white-space: pre-wrap; }
  main pre, main li, main tr { break-inside: avoid; }
  h1, h2, h3 { break-after: avoid; }
}`;

/** Paper is white, whatever the screen is: bright letters would not be seen on it. */
const SCRIPT = `
const { classList } = document.documentElement;
addEventListener("beforeprint", () => {
  if (!classList.replace("dark", "light")) return;
  addEventListener("afterprint", () => classList.replace("light", "dark"), { once: true });
});`;

const VIEWPORT = '<meta name="viewport"';

/** Makes the page readable in a narrow window and on paper. */
export function adaptPage(html: string): string {
  return html.replace(VIEWPORT, () => `<style>${STYLE}</style>\n  <script>${SCRIPT}</script>\n  ${VIEWPORT}`);
}
