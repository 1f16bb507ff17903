import addFormats from "ajv-formats";
import { Ajv2020 } from "ajv/dist/2020.js";
import { compiled } from "../../../test/jsonschema/compiled.js";
import {
  MADE_UP,
  readRemotes,
  readSuite,
  type SuiteGroup,
} from "../../../test/jsonschema/agreement/official-suite.js";

type Is = (value: unknown) => unknown;
/** Makes a validator of a schema of the suite; throws where it cannot. */
type Make = (schema: unknown, areFormatsAsserted: boolean) => Is | Promise<Is>;

const remotes = readRemotes();

const MAKE = {
  ours: async (schema, areFormatsAsserted) => {
    const formats = areFormatsAsserted ? "assert" : "annotate";
    return (await compiled(schema, { documents: remotes, formats, annotations: MADE_UP })).is;
  },
  ajv: (schema, areFormatsAsserted) => {
    const ajv = new Ajv2020({ strict: false, logger: false, validateFormats: areFormatsAsserted });
    addFormats.default(ajv);
    for (const [uri, remote] of remotes) if (!ajv.getSchema(uri)) ajv.addSchema(Object(remote), uri);
    return ajv.compile(schema as object);
  },
} as const satisfies Record<string, Make>;

export const SUITE_PARTS = ["required", "optional", "format"] as const;
type Part = (typeof SUITE_PARTS)[number];

/** How many cases of each part of the official suite get the right verdict. */
export async function countRight(name: keyof typeof MAKE): Promise<readonly number[]> {
  const right: Record<Part, number> = { required: 0, optional: 0, format: 0 };
  for (const file of readSuite()) {
    const part = partOf(file.name);
    for (const group of file.groups) right[part] += await countInGroup(group, MAKE[name], part === "format");
  }
  return SUITE_PARTS.map((part) => right[part]);
}

function partOf(file: string): Part {
  if (file.startsWith("optional/format/")) return "format";
  return file.startsWith("optional/") ? "optional" : "required";
}

async function countInGroup(
  { schema, tests }: SuiteGroup,
  make: Make,
  areFormatsAsserted: boolean,
): Promise<number> {
  const verdicts = await judge(schema, tests, make, areFormatsAsserted);
  return tests.filter(({ valid }, i) => verdicts[i] === valid).length;
}

/** A validator that cannot be made, or that throws, is right about nothing. */
async function judge(
  schema: unknown,
  tests: SuiteGroup["tests"],
  make: Make,
  areFormatsAsserted: boolean,
): Promise<readonly unknown[]> {
  try {
    const is = await make(schema, areFormatsAsserted);
    return tests.map(({ data }) => is(data));
  } catch {
    return [];
  }
}
