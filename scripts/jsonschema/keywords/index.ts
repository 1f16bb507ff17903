import { annotations } from "./annotations.js";
import { contains, items, uniqueItems } from "./array.js";
import { combinators } from "./combinators.js";
import { conditional } from "./conditional.js";
import { dependent } from "./dependent.js";
import { enumeration } from "./enum.js";
import { format } from "./format.js";
import type { Keyword } from "./keyword.js";
import { number } from "./number.js";
import { object, propertyNames } from "./object.js";
import { reference } from "./reference.js";
import { arraySize, objectSize } from "./size.js";
import { string } from "./string.js";
import { type } from "./type.js";
import { unevaluated } from "./unevaluated.js";

/** Every keyword, in the order in which its issues appear at one place. */
export const KEYWORDS: readonly Keyword[] = [
  type,
  enumeration,
  number,
  string,
  format,
  arraySize,
  uniqueItems,
  items,
  contains,
  object,
  objectSize,
  propertyNames,
  dependent,
  reference,
  combinators,
  conditional,
  ...unevaluated,
  ...annotations,
];
