import { levels, type Level } from "../../version.js";

export type { Level };

/** What a change asks of the next version: of the contract on the wire, and of the TypeScript types. */
export type Levels = { readonly wire: Level; readonly types: Level };

type Rule = Levels & { readonly title: string };

export function worst(all: readonly Level[]): Level {
  return all.reduce((a, b) => (levels.indexOf(b) > levels.indexOf(a) ? b : a), "none");
}

/**
 * Differences outside of schemas. Inside of them nothing is listed: what a request narrows or a response widens
 * is major, whatever the keyword, and the types are compared by the compiler.
 */
export const rules = {
  "operation-removed": { wire: "major", types: "major", title: "is gone" },
  "operation-added": { wire: "minor", types: "minor", title: "is new" },
  "incoming-removed": { wire: "minor", types: "major", title: "is gone" },
  "incoming-added": { wire: "minor", types: "minor", title: "is new" },
  "operation-renamed": { wire: "patch", types: "major", title: "has another name" },
  "path-respelled": { wire: "patch", types: "major", title: "names its parameters differently" },
  "deprecated": { wire: "patch", types: "minor", title: "is deprecated" },
  "undeprecated": { wire: "patch", types: "patch", title: "is no longer deprecated" },

  "parameter-added": { wire: "minor", types: "minor", title: "is new" },
  "required-parameter-added": { wire: "major", types: "major", title: "is new and required" },
  "parameter-removed": { wire: "minor", types: "major", title: "is gone" },
  "parameter-respelled": { wire: "patch", types: "major", title: "is spelled differently" },
  "parameter-required": { wire: "major", types: "major", title: "is now required" },
  "parameter-optional": { wire: "minor", types: "minor", title: "is now optional" },
  "sent-parameter-dropped": { wire: "major", types: "major", title: "may be left out of what the API sends" },
  "parameter-serialization": { wire: "major", types: "patch", title: "is written differently on the wire" },
  "parameter-stricter": { wire: "major", types: "patch", title: "takes less than before" },
  "parameter-looser": { wire: "minor", types: "patch", title: "takes more than before" },

  "body-added": { wire: "minor", types: "minor", title: "is new" },
  "required-body-added": { wire: "major", types: "major", title: "is new and required" },
  "body-removed": { wire: "major", types: "major", title: "is gone" },
  "body-required": { wire: "major", types: "major", title: "is now required" },
  "body-optional": { wire: "minor", types: "minor", title: "is now optional" },
  "sent-body-optional": { wire: "major", types: "major", title: "may be left out of what the API sends" },
  "sent-body-narrowed": { wire: "minor", types: "major", title: "is gone from what the API sends" },
  "body-encoding": { wire: "major", types: "patch", title: "is encoded differently" },

  "media-type-added": { wire: "minor", types: "minor", title: "is new" },
  "media-type-removed": { wire: "major", types: "major", title: "is gone" },
  "media-type-sent": { wire: "major", types: "minor", title: "may be sent by the API" },
  "media-type-unsent": { wire: "minor", types: "major", title: "is no longer sent by the API" },
  "media-type-covered": { wire: "minor", types: "major", title: "is now covered by a range" },
  "media-type-respelled": { wire: "patch", types: "major", title: "is spelled differently" },

  "success-added": { wire: "major", types: "minor", title: "is a new answer that old code does not foresee" },
  "failure-added": { wire: "minor", types: "minor", title: "is described now" },
  "response-removed": { wire: "minor", types: "major", title: "is gone" },
  "answer-refused": { wire: "major", types: "major", title: "is no longer taken as an answer" },
  "answer-added": { wire: "minor", types: "minor", title: "is taken as an answer" },
  "header-added": { wire: "minor", types: "minor", title: "is new" },
  "header-removed": { wire: "minor", types: "major", title: "is gone" },
  "required-header-removed": { wire: "major", types: "major", title: "is gone, and was always there" },
  "header-optional": { wire: "major", types: "major", title: "may be missing" },
  "header-required": { wire: "minor", types: "minor", title: "is always there" },

  "security-tightened": { wire: "major", types: "patch", title: "asks for more" },
  "security-loosened": { wire: "minor", types: "patch", title: "asks for less" },
  "server-removed": { wire: "major", types: "patch", title: "is gone" },
  "server-added": { wire: "minor", types: "patch", title: "is new" },

  "component-removed": { wire: "patch", types: "major", title: "is gone" },
  "component-added": { wire: "patch", types: "minor", title: "is new" },
  "component-extracted": { wire: "patch", types: "patch", title: "names a schema that stood inline" },
  "openapi-version": { wire: "patch", types: "patch", title: "is another version" },
  "text-changed": { wire: "patch", types: "patch", title: "says something else to its readers" },
  "rewritten": { wire: "patch", types: "patch", title: "is written differently and means the same" },
} as const satisfies Readonly<Record<string, Rule>>; // prettier-ignore

export type RuleId = keyof typeof rules;
