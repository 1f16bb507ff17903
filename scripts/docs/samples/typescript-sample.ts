import { readSecurity } from "../../spec/security.js";
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
  return `${writeOpening(sample, client)}\n${writeCall(sample, client)}`;
}

function writeOpening(sample: RequestSample, { name, variable, keyVariable, isOwn }: Package): string {
  const options = `{\n  apiKey: process.env.${keyVariable},\n}`;
  if (isOwn)
    return `import { createClient } from "${name}";\n\nconst ${variable} = createClient(${options});\n`;
  const needsKey = readSecurity(sample.operation)[0]?.schemes.length ?? 0;
  const given = ["operations", "servers", ...(needsKey > 0 ? [options] : [])].join(", ");
  return [
    `import { createClientFor } from "${name}";`,
    'import { operations, servers } from "./generated/operations.js";',
    'import type { paths } from "./generated/schema.js";',
    "",
    `const ${variable} = createClientFor<paths, typeof operations>(${given});\n`,
  ].join("\n");
}

function writeCall(sample: RequestSample, { variable }: Package): string {
  const input = readInput(sample);
  const isNamed = /^[A-Za-z_$][\w$]*$/.test(sample.key);
  const method = isNamed ? `.${sample.key}` : `[${JSON.stringify(sample.key)}]`;
  const argument = Object.keys(input).length === 0 ? "" : writeInput(input);
  return `const result = await ${variable}${method}(${argument});\nconsole.log(result);\n`;
}

/** Always on several lines: what is sent is what a reader looks for. */
function writeInput(input: object): string {
  const members = Object.entries(input).map(([name, value]) => `  ${name}: ${writeLiteral(value, "  ")},\n`);
  return `{\n${members.join("")}}`;
}

function readInput({ parameters, body }: RequestSample): object {
  const places = [...new Set(parameters.map(({ parameter }) => parameter.in))].map((place) => [
    place,
    Object.fromEntries(
      parameters
        .filter(({ parameter }) => parameter.in === place)
        .map(({ parameter, value }) => [parameter.name, value]),
    ),
  ]);
  return {
    ...(places.length === 0 ? {} : { params: Object.fromEntries(places) }),
    ...(body === undefined ? {} : { body: body.value }),
  };
}
