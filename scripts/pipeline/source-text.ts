/** TypeScript source of one value. Every text from the document passes `literal` or `propertyKey`. */
export type SourceText = string;

export type Documented = {
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly deprecated: boolean;
};

export type Field = readonly [key: string, value: SourceText];

export function object(fields: readonly Field[]): SourceText {
  return fields.length === 0 ? "{}" : `{ ${fields.map(renderField).join(", ")} }`;
}

export function renderField([key, value]: Field): SourceText {
  return `${propertyKey(key)}: ${value}`;
}

export function optional(key: string, value: SourceText | undefined): Field[] {
  return value === undefined ? [] : [[key, value]];
}

export function propertyKey(key: string): SourceText {
  // Written plainly it would set the prototype (ECMA-262 §B.3.1).
  if (key === "__proto__") return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : literal(key);
}

/** JSON as source text. Older readers of JavaScript end a line at U+2028 and U+2029. */
export function literal(value: unknown): SourceText {
  return JSON.stringify(value).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}

/** What an editor shows of an operation. */
export function renderComment({ summary, description, deprecated }: Documented): SourceText {
  const paragraphs = [
    summary,
    description === summary ? undefined : description,
    deprecated ? "@deprecated" : undefined,
  ];
  const lines = paragraphs
    .map((paragraph) => paragraph?.trim() ?? "")
    .filter((paragraph) => paragraph !== "")
    .join("\n\n")
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.trimEnd().replaceAll("*/", "*\\/"));
  if (lines.length === 1) return lines[0] === "" ? "" : `  /** ${lines[0]} */\n`;
  return `  /**\n${lines.map((line) => `   * ${line}`.trimEnd()).join("\n")}\n   */\n`;
}
