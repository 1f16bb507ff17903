import { block, code, type Code, declare } from "../code.js";
import { fieldsOf } from "./fields.js";
import type { Printing } from "./print.js";
import type { Subject } from "./subject.js";

/** A loop over the items of an array from one index on; nothing when there is nothing to do for an item. */
export function eachItem(
  array: Code,
  from: number,
  body: (item: Code, index: Code) => readonly Code[],
  print: Printing,
): readonly Code[] {
  const index = print.names("i");
  const item = print.names("item");
  const lines = body(item, index);
  if (lines.length === 0) return [];
  return [
    block(code`for (let ${index} = ${from}; ${index} < ${array}.length; ${index}++)`, [
      ...untilFull(print),
      ...declare(item, code`const ${item}: unknown = ${array}[${index}];`, lines),
    ]),
  ];
}

/** A loop over the properties that are there; `undefined` is what an absent one reads as. */
export function eachProperty(
  of: Subject,
  key: Code,
  value: Code,
  body: readonly Code[],
  print: Printing,
): readonly Code[] {
  if (body.length === 0) return [];
  return [
    block(code`for (const ${key} in ${fieldsOf(of)})`, [
      ...untilFull(print),
      code`const ${value} = ${fieldsOf(of)}[${key}];`,
      code`if (${value} === undefined) continue;`,
      ...body,
    ]),
  ];
}

/** Nothing more is looked for once there are enough issues. */
function untilFull(print: Printing): readonly Code[] {
  return print.isCollecting ? [code`if (${print.module.runtime("isFull")}(into)) break;`] : [];
}
