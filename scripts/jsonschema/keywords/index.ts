import { annotations } from "./annotations.js";
import { arraySize } from "./array-size.js";
import { combinators } from "./combinators.js";
import { conditional } from "./conditional.js";
import { contains } from "./contains.js";
import { dependent } from "./dependent.js";
import { enumeration } from "./enum.js";
import { format } from "./format.js";
import { items } from "./items.js";
import type { Keyword } from "./keyword.js";
import { number } from "./number.js";
import { object } from "./object.js";
import { objectSize } from "./object-size.js";
import { propertyNames } from "./property-names.js";
import { reference } from "./reference.js";
import { string } from "./string.js";
import { type } from "./type.js";
import { unevaluated } from "./unevaluated.js";
import { uniqueItems } from "./unique-items.js";

/** Every keyword, in the order in which its issues appear at one place. */
export const keywords: readonly Keyword[] = [
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
