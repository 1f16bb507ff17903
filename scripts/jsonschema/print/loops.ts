import { code, type Code, literal } from "../code/code.js";
import { isAbsent } from "../code/condition.js";
import { block, constant, declare, exit, iff } from "../code/statement.js";
import { fieldsOf } from "./fields.js";
import { isFull, RUNTIME, type Printing } from "./print.js";
import { partOf, stepTo, type Subject } from "./subject.js";

/** A loop over the items of an array from one index on; nothing when there is nothing to do for an item. */
export function eachItem(
  array: Subject,
  from: number,
  body: (item: Subject, index: Code) => readonly Code[],
  print: Printing,
): readonly Code[] {
  const index = print.names("i");
  const item = print.names("item");
  return withStep(array, print, (linked) => {
    const lines = body(partOf(linked, item, index), index);
    if (lines.length === 0) return [];
    const { expression } = array;
    return [
      block(code`for (let ${index} = ${from}; ${index} < ${expression}.length; ${index}++)`, [
        ...untilFull(print),
        ...declare(constant(item, code`${expression}[${index}]`, "unknown"), lines),
      ]),
    ];
  });
}

/** Puts the step to a value together once for all its parts, where one of them needs it. */
export function withStep(
  subject: Subject,
  print: Printing,
  body: (linked: Subject) => readonly Code[],
): readonly Code[] {
  if (!print.isCollecting || subject.link.steps.length === 0) return body(subject);
  const at = print.names("at");
  return declare(
    constant(at, stepTo(subject, print.module), `${RUNTIME}.Step`),
    body({ ...subject, link: { at, steps: [] } }),
  );
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

/** A loop over the names of an object. */
export function eachName(object: Subject, key: Code, body: readonly Code[]): readonly Code[] {
  return body.length === 0 ? [] : [block(code`for (const ${key} in ${fieldsOf(object)})`, body)];
}

/** The value of a name in a loop, which goes on where it is `undefined`, as an absent one reads. */
export function loadPresent(object: Subject, key: Code, value: Code): readonly Code[] {
  return [
    constant(value, code`${fieldsOf(object)}[${key}]`),
    ...iff(isAbsent(value), [exit(code`continue;`)]),
  ];
}

/** Nothing more is looked for once there are enough issues. */
export function untilFull(print: Printing): readonly Code[] {
  return print.isCollecting ? iff(isFull(print.module), [exit(code`break;`)]) : [];
}
