import { itemsOf, memberOf, type Place } from "../json/place.js";
import { operationKey } from "../json/naming.js";
import { readText } from "../spec/fields.js";
import type { Operation } from "../spec/operations.js";
import type { Package } from "./samples/typescript-sample.js";

/** The first view, as Markdown: how to install the client, every operation, and what the document says of itself. */
export function writeOverview(info: Place, operations: readonly Operation[], client: Package): string {
  return [
    `\`\`\`sh\n${client.install}\n\`\`\``,
    operations.map(writeEntry).join("\n"),
    readText(info, "description") ?? "",
  ].join("\n\n");
}

function writeEntry(operation: Operation): string {
  const { place, method, path } = operation;
  const summary = readText(place, "summary")?.replaceAll(/\s+/g, " ");
  return `- ${[writeName(operation), summary].filter(Boolean).join(": ")}, \`${method} ${path}\``;
}

/** The name of the method, with a link where the page's address of an operation is known from tag and operationId. */
function writeName(operation: Operation): string {
  const { place, operationId, method, path } = operation;
  const [tag] = itemsOf(memberOf(place, "tags"));
  const name = `\`${operationKey(method, path, operationId)}\``;
  const isPlain = [tag?.value, operationId].every(
    (text) => typeof text === "string" && /^\w+(?: \w+)*$/.test(text),
  );
  if (!isPlain) return name;
  const address = [tag?.value, operationId].map((text) => String(text).toLowerCase().replaceAll(" ", "-"));
  return `[${name}](#/${address.join("/")})`;
}
