export type Element = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
};

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

/** A document of elements, attributes and text alone. Throws where XML 1.0 does not allow what stands there. */
export function parseXml(xml: string): Element {
  if (!/^[\t\n\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]*$/u.test(xml))
    throw new SyntaxError("a character that XML does not allow");
  const root: Element = { name: "", attributes: {}, children: [], text: "" };
  const stack = [root];
  const body = xml.replace(/^<\?xml version="1.0" encoding="UTF-8"\?>/, "");
  for (const token of body.match(/<[^>]*>|[^<]+/g) ?? []) {
    const top = stack.at(-1) ?? root;
    const [, end, name = "", attributes = "", isEmpty] = /^<(\/?)([\w-]+)((?: [\w-]+="[^"<]*")*)(\/?)>$/.exec(token) ?? []; // prettier-ignore
    if (!token.startsWith("<")) top.text += decode(token);
    else if (name === "") throw new SyntaxError(`not a tag: ${token}`);
    else if (end === "/") {
      if (stack.pop()?.name !== name) throw new SyntaxError(`${name} ends and has not begun`);
    } else {
      const element: Element = { name, attributes: readAttributes(attributes), children: [], text: "" };
      top.children.push(element);
      if (isEmpty !== "/") stack.push(element);
    }
  }
  const [only, ...others] = root.children;
  if (stack.length !== 1 || only === undefined || others.length > 0 || root.text.trim() !== "")
    throw new SyntaxError("not one element");
  return only;
}

function readAttributes(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/ ([\w-]+)="([^"]*)"/g)];
  return Object.fromEntries(pairs.map(([, name = "", value = ""]) => [name, decode(value.replaceAll(/[\t\n]/g, " "))]));
} // prettier-ignore

function decode(text: string): string {
  if (text.includes("]]>")) throw new SyntaxError("]]> in text");
  return text.replaceAll(/&([^;&]*;)?/g, (written, name?: string) => {
    const key = name?.slice(0, -1) ?? "";
    const character = /^#\d+$/.test(key) ? String.fromCodePoint(Number(key.slice(1))) : ENTITIES[key];
    if (character === undefined) throw new SyntaxError(`not an entity: ${written}`);
    return character;
  });
}
