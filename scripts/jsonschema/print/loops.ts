import { code, type Code, literal } from "../code/code.js";
import { isAbsent } from "../code/condition.js";
import { block, constant, declare, exit, iff } from "../code/statement.js";
import { fieldsOf } from "./fields.js";
import { isFull, type Printing } from "./print.js";
import { partOf, type Subject } from "./subject.js";

/** A loop over the items of an array from one index on; nothing when there is nothing to do for an item. */
export function eachItem(
  array: Subject,
  from: number,
  body: (item: Subject, index: Code) => readonly Code[],
  print: Printing,
): readonly Code[] {
  const index = print.names("i");
  const item = print.names("item");
  const lines = body(partOf(array, item, index), index);
  if (lines.length === 0) return [];
  const { expression } = array;
  return [
    block(code`for (let ${index} = ${from}; ${index} < ${expression}.length; ${index}++)`, [
      ...untilFull(print),
      ...declare(constant(item, code`${expression}[${index}]`, "unknown"), lines),
    ]),
  ];
}

/** The item at an index, where the array has one. */
export function itemAt(
  array: Subject,
  index: number,
  body: (item: Subject) => readonly Code[],
  print: Printing,
): readonly Code[] {
  const item = print.names("item");
  const lines = body(partOf(array, item, literal(index)));
  return iff(
    code`${array.expression}.length > ${index}`,
    declare(constant(item, code`${array.expression}[${index}]`, "unknown"), lines),
  );
}

/** A loop over the properties that are there; `undefined` is what an absent one reads as. */
export function eachProperty(
  object: Subject,
  key: Code,
  value: Code,
  body: readonly Code[],
  print: Printing,
): readonly Code[] {
  if (body.length === 0) return [];
  return [
    block(code`for (const ${key} in ${fieldsOf(object)})`, [
      ...untilFull(print),
      constant(value, code`${fieldsOf(object)}[${key}]`),
      ...iff(isAbsent(value), [exit(code`continue;`)]),
      ...body,
    ]),
  ];
}

/** Nothing more is looked for once there are enough issues. */
function untilFull(print: Printing): readonly Code[] {
  return print.isCollecting ? iff(isFull(print.module), [exit(code`break;`)]) : [];
}
