// The rules of a redocly.yaml, and those that every document is held to.

import path from "node:path";
import { readMember } from "../../json/pointer.js";

/**
 * What makes a document invalid, and not only unwieldy. A document without a redocly.yaml is held to these
 * alone, as far as no later stage can do right, and no redocly.yaml can turn them off.
 */
const VALIDITY_RULES = {
  struct: "error",
  "no-unresolved-refs": "error",
  "operation-operationId-unique": "error",
} as const;

/** A system's own way with paths. */
type Paths = Pick<typeof path, "dirname" | "resolve">;

/** The name of the entry of `apis` whose document that is. */
export function findApi(
  apis: Readonly<Record<string, { readonly root: string }>> | undefined,
  configFile: string,
  document: string,
  { dirname, resolve }: Paths = path,
): string | undefined {
  const locate = (root: string): string => resolve(dirname(configFile), root.replaceAll("\\", "/"));
  return Object.entries(apis ?? {}).find(([, { root }]) => locate(root) === resolve(document))?.[0];
}

export function isValidityRule(rule: string): boolean {
  return Object.hasOwn(VALIDITY_RULES, rule);
}

/** As the linter calls those that are read. */
export const OPENAPI_VERSIONS = ["oas3_0", "oas3_1", "oas3_2"] as const;

/** Options for rules, by name, where the configuration turns the rule on. */
type RuleOptions = Readonly<Record<string, object>>;

export type LintConfig = {
  /** It asks by itself that the document has the structure of OpenAPI, to the letter. */
  readonly isStrict: boolean;
  /** Its rules that run patterns are turned off. */
  readonly isCurtailed: boolean;
  /** The rules with options that it turns on or off. */
  readonly configured: ReadonlySet<string>;
};

export type LintSettings = {
  /** A redocly.yaml; without one only what makes the document invalid is reported. */
  readonly configFile: string | undefined;
  readonly ruleOptions: RuleOptions;
  /** Whether examples may be held to their schemas, which runs every `pattern` as a RegExp. */
  readonly runsPatterns: boolean;
};

/** The rules that hold examples to their schemas. */
const EXAMPLE_RULES = [
  "no-invalid-media-type-examples",
  "no-invalid-parameter-examples",
  "no-invalid-schema-examples",
];

/** The settings of rules as the linter keeps them, by version of OpenAPI. */
type Rules = Record<(typeof OPENAPI_VERSIONS)[number], Record<string, unknown>>;

/** Changes the rules in place. */
export function adjustRules(config: Rules, { ruleOptions, runsPatterns }: LintSettings): LintConfig {
  const hasExampleRules = EXAMPLE_RULES.some((rule) => isOn(config.oas3_1[rule]));
  const isStrict = isError(config.oas3_1["struct"]);
  for (const version of OPENAPI_VERSIONS) {
    const rules = config[version];
    Object.assign(rules, VALIDITY_RULES);
    if (!isStrict) rules["spec-strict-refs"] = "warn";
    if (!runsPatterns) for (const rule of EXAMPLE_RULES) rules[rule] = "off";
    for (const [rule, options] of Object.entries(ruleOptions)) {
      const setting = rules[rule];
      if (setting !== undefined)
        rules[rule] = { ...(typeof setting === "object" ? setting : { severity: setting }), ...options };
    }
  }
  const configured = new Set(Object.keys(ruleOptions).filter((rule) => config.oas3_1[rule] !== undefined));
  return { isStrict, isCurtailed: !runsPatterns && hasExampleRules, configured };
}

function isOn(setting: unknown): boolean {
  return setting !== undefined && setting !== "off" && readMember(setting, "severity") !== "off";
}

function isError(setting: unknown): boolean {
  return setting === "error" || readMember(setting, "severity") === "error";
}
