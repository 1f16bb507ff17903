import { readEssence } from "../../spec/media-type.js";
import { writeLiteral } from "./literal.js";
import type { RequestSample } from "./request-sample.js";

/** The client that the samples use. */
export type Package = {
  readonly name: string;
  /** The command that installs it. */
  readonly install: string;
  /** What the client is called in a program. */
  readonly variable: string;
  /** The environment variable with the key. */
  readonly keyVariable: string;
  /** Whether the document is the package's own; for another one its generated files are named beside it. */
  readonly isOwn: boolean;
};

/** A program that makes the call. */
export function writeTypeScript(sample: RequestSample, client: Package): string {
  const isForm = sample.body !== undefined && readEssence(sample.body.mediaType).startsWith("multipart/");
  const call = isForm ? writeFormCall(sample, client) : writeCall(sample, client);
  return `${writeOpening(client)}\n${call}`;
}

function writeOpening({ name, variable, keyVariable, isOwn }: Package): string {
  const options = `{\n  apiKey: process.env.${keyVariable},\n}`;
  const [imports, call] = isOwn
    ? [`import { createClient } from "${name}";\n`, `createClient(${options})`]
    : [
        `import { createClientFor } from "${name}";\nimport { operations, servers } from "./generated/operations.js";\nimport type { paths } from "./generated/schema.js";\n`,
        `createClientFor<paths, typeof operations>(operations, servers, ${options})`,
      ];
  return `${imports}\nconst ${variable} = ${call};\n`;
}

function writeCall(sample: RequestSample, { variable }: Package): string {
  const input = readInput(sample);
  const isNamed = /^[A-Za-z_$][\w$]*$/.test(sample.key);
  const method = isNamed ? `.${sample.key}` : `[${JSON.stringify(sample.key)}]`;
  const argument = Object.keys(input).length === 0 ? "" : writeInput(input);
  return `const result = await ${variable}${method}(${argument});\nconsole.log(result);\n`;
}

/** The method of such an operation does not write a form; openapi-fetch does. */
function writeFormCall(sample: RequestSample, { variable }: Package): string {
  const { method, path } = sample.operation;
  const serializer = [
    "  bodySerializer(fields) {",
    "    const form = new FormData();",
    "    for (const [name, value] of Object.entries(fields)) form.set(name, String(value));",
    "    return form;",
    "  },\n}",
  ].join("\n");
  const input = writeInput(readInput(sample)).replace(/,?\s*\}$/, `,\n${serializer}`);
  return `const { data } = await ${variable}.http.${method}(${JSON.stringify(path)}, ${input});\nconsole.log(data);\n`;
}

/** Always on several lines: what is sent is what a reader looks for. */
function writeInput(input: object): string {
  const members = Object.entries(input).map(([name, value]) => `  ${name}: ${writeLiteral(value, "  ")},\n`);
  return `{\n${members.join("")}}`;
}

function readInput({ parameters, body }: RequestSample): object {
  // A browser keeps cookies for itself, and so does the client.
  const sent = parameters.filter(({ parameter }) => parameter.in !== "cookie");
  const places = [...new Set(sent.map(({ parameter }) => parameter.in))].map((place) => [
    place,
    Object.fromEntries(
      sent
        .filter(({ parameter }) => parameter.in === place)
        .map(({ parameter, value }) => [parameter.name, value]),
    ),
  ]);
  return {
    ...(places.length === 0 ? {} : { params: Object.fromEntries(places) }),
    ...(body === undefined ? {} : { body: body.value }),
  };
}
