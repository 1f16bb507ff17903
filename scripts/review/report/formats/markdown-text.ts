/** Text of a document must stay text: no row, no tag, no link, no line of its own, and nobody is called by it. */

/** One line of Markdown, also within a cell of a table. What stands between backticks is shown as code. */
export function toInline(text: string, max: number): string {
  const parts = cut(text.replaceAll(/\s+/g, " "), max).split("`");
  // The last backtick has no partner.
  const isOdd = parts.length % 2 === 0;
  return parts
    .map((part, index) => {
      const isLast = index === parts.length - 1;
      if (index % 2 === 1 && !(isOdd && isLast)) return toCode(part);
      return `${isOdd && isLast ? "\\`" : ""}${escapeText(part)}`;
    })
    .join("");
}

/** The same for an element of HTML, where Markdown is not read. */
export function toHtml(text: string, max: number): string {
  const escaped = cut(text.replaceAll(/\s+/g, " "), max).replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return silence(escaped);
}

/** Text as code on a line; a backtick in it would end it, and a bar would end the cell of a table. */
export function toCode(text: string, max = text.length): string {
  const plain = cut(text, max).replaceAll("`", "'").replaceAll(/\s+/g, " ");
  if (plain.trim() === "") return plain;
  // Parsers do not agree on a backslash before an escaped bar: such a bar stands between two spans.
  const spans = plain.split(/(?<=\\)\|/u).map((span) => `\`${span.replaceAll("|", "\\|")}\``);
  return spans.join("\\|");
}

/** A fenced block; `max` characters of it. */
export function toBlock(language: string, text: string, max: number): string {
  return ["```" + language, cut(text, max).replaceAll("```", "\\u0060\\u0060\\u0060"), "```"].join("\n");
}

/** By characters, so that none of them is torn, and with a word on what is missing. */
function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  const whole = text.slice(0, max).replace(/[\uD800-\uDBFF]$/u, "");
  return `${whole}… (cut, ${text.length} characters in all)`;
}

function escapeText(text: string): string {
  return silence(text.replaceAll(/[\\*_[\]|<~&]/g, "\\$&"));
}

/** GitHub tells a name after an `@`, and links a number after a `#` and every address: a space of no width parts them. */
function silence(text: string): string {
  return text
    .replaceAll("@", "@\u200B")
    .replaceAll("#", "#\u200B")
    .replaceAll("://", ":\u200B//")
    .replaceAll("www.", "www\u200B.");
}
