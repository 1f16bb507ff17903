import { mergeProofs, VERDICTS, type Finding } from "../judge/findings.js";
import { worst } from "../judge/levels.js";

/** A name that is required and new, or that is removed and was required, is one change and not two. */
export function joinCauses(findings: readonly Finding[]): readonly Finding[] {
  const properties = new Map(
    findings.flatMap((finding) => keysOf(finding, "properties").map((key) => [key, finding] as const)),
  );
  const joined = new Map<Finding, Finding>();
  const absorbed = new Set<Finding>();
  for (const finding of findings) {
    const property = keysOf(finding, "required")
      .map((key) => properties.get(key))
      .find((found) => found !== undefined);
    if (property === undefined) continue;
    absorbed.add(finding);
    joined.set(property, join(joined.get(property) ?? property, finding));
  }
  return findings
    .filter((finding) => !absorbed.has(finding))
    .map((finding) => joined.get(finding) ?? finding);
}

/** The schema that declares a name, on the side that has it. */
function keysOf(
  { rule, keyword, name, base, head }: Finding,
  wanted: "properties" | "required",
): readonly string[] {
  const place = rule === RULES[wanted].removed ? base : rule === RULES[wanted].added ? head : undefined;
  if (keyword !== wanted || name === undefined || place === undefined) return [];
  const at = place.pointer.lastIndexOf(`/${wanted}`);
  return at === -1 ? [] : [JSON.stringify([place.document.side, place.pointer.slice(0, at), name])];
}

const RULES = {
  properties: { added: "property-added", removed: "property-removed" },
  required: { added: "required-narrower", removed: "required-wider" },
} as const;

function join(property: Finding, required: Finding): Finding {
  const isWorse = VERDICTS.indexOf(required.verdict) < VERDICTS.indexOf(property.verdict);
  const [first, other] = isWorse ? [required, property] : [property, required];
  return {
    ...property,
    predicate:
      property.rule === "property-added"
        ? "is a new property and is required"
        : "is no longer a property, and was required",
    levels: {
      wire: worst([property.levels.wire, required.levels.wire]),
      types: worst([property.levels.types, required.levels.types]),
    },
    verdict: first.verdict,
    reason: first.reason,
    ...mergeProofs([first, other]),
    compiler: property.compiler ?? required.compiler,
    direction: property.direction === required.direction ? property.direction : "both",
    joined: [...(property.joined ?? []), required],
  };
}
