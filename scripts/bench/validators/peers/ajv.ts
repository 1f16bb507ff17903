import { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import type { Checks } from "../measure.js";

/** What standalone code does, without the detour through a file. */
export function createInProcess(schema: object): Checks {
  const is = createAjv({}).compile(schema);
  const all = createAjv({ allErrors: true }).compile(schema);
  return { is: (value) => is(value), all: (value) => (all(value) ? [] : (all.errors ?? [])) };
}

/** A CommonJS module that is the function. */
export function writeStandalone(schema: object, allErrors: boolean): string {
  const ajv = createAjv({ allErrors, code: { source: true } });
  return standalone.default(ajv, ajv.compile(schema));
}

function createAjv(options: ConstructorParameters<typeof Ajv2020>[0]) {
  return new Ajv2020({ strict: false, allowUnionTypes: true, ...options });
}
