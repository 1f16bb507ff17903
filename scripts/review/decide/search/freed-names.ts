import {
  declaredNames,
  inPlaceParts,
  itemNode,
  matchesPattern,
  propertyNode,
  type Schemas,
  type Part,
} from "../../schema/flatten.js";
import { isRecord } from "../../../json/pointer.js";
import { patternNames, readAll } from "../../schema/constraints.js";

/**
 * Whether a value uses a name that the refusing side declares and the accepting side leaves open without a word.
 * Such a name was nobody's: declaring it is no break for a message that happened to use it.
 */
export function usesFreedName(value: unknown, accepting: Schemas, refusing: Schemas): boolean {
  const [open, strict] = [inPlaceParts(accepting), inPlaceParts(refusing)];
  if (Array.isArray(value)) {
    return value.some((item, index) => usesFreedName(item, itemNode(open, index), itemNode(strict, index)));
  }
  if (!isRecord(value)) return false;
  const declared = new Set(declaredNames(strict));
  return Object.keys(value).some((name) => {
    if (declared.has(name) && isSilent(open, name)) return true;
    return usesFreedName(value[name], propertyNode(open, name), propertyNode(strict, name));
  });
}

function isSilent(parts: readonly Part[], name: string): boolean {
  if (declaredNames(parts).includes(name)) return false;
  if (patternNames(parts).some((pattern) => matchesPattern(pattern, name))) return false;
  return ["additionalProperties", "unevaluatedProperties"].every(
    (keyword) => readAll(parts, keyword).length === 0,
  );
}
