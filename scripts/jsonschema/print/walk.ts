import { call, code, literal, type Code } from "../code/code.js";
import { and, FALSE, isPresent, not } from "../code/condition.js";
import { block, constant, declare, heads, ifElse, iff, switchCase, variable } from "../code/statement.js";
import type { Dispatch } from "../plan/dispatch.js";
import { ANY_OBJECT, isPass, type Plan, type SomePlan } from "../plan/plan.js";
import { fieldsOf, withFields } from "./fields.js";
import { eachItem, itemAt } from "./loops.js";
import { asFlag, whenPasses } from "./pass.js";
import { read, type Printing, type Visit } from "./print.js";
import { failing, hasType, isKind, narrow, partOf, passing, type Subject } from "./subject.js";

/** Of a value that is known to be of another type there is nothing to print. */
export function walkWhen(
  plan: Plan & { kind: "when" },
  subject: Subject,
  visit: Visit,
  print: Printing,
): readonly Code[] {
  const isAsked = isKind(plan.type, subject);
  if (isAsked === FALSE) return [];
  const body = withFields(plan.plan, narrow(subject, [plan.type]), print, (inside) =>
    visit(plan.plan, inside),
  );
  return iff(isAsked, body);
}

/** The first items each by a plan of its own, the others by one. */
export function walkItems(
  { prefix, rest }: Plan & { kind: "items" },
  subject: Subject,
  visit: Visit,
  print: Printing,
): readonly Code[] {
  return [
    ...prefix.flatMap((plan, i) => itemAt(subject, i, (item) => visit(plan, item), print)),
    ...(rest && !isPass(rest) ? eachItem(subject, prefix.length, (item) => visit(rest, item), print) : []),
  ];
}

/** Counts the items that pass, and notes which they are (`contains` evaluates them, Core §10.3.1.3). */
export function countItems(
  plan: SomePlan,
  subject: Subject,
  evaluated: Code | undefined,
  print: Printing,
): { readonly lines: readonly Code[]; readonly count: Code } {
  const count = print.names("count");
  const loop = eachItem(
    subject,
    0,
    (item, index) => {
      const note = evaluated ? [code`${evaluated}.indexes.add(${index});`] : [];
      return whenPasses(plan.item, item, undefined, [code`${count}++;`, ...note], print);
    },
    print,
  );
  return { count, lines: [variable(count, literal(0)), ...loop] };
}

/** What `body` says of each property or item that was not evaluated; afterwards all of them are. */
export function walkUnevaluated(
  plan: Plan & { kind: "unevaluated" },
  subject: Subject,
  evaluated: Code,
  body: (part: Subject, key: Code) => readonly Code[],
  print: Printing,
): readonly Code[] {
  if (plan.parts === "items") return walkUnevaluatedItems(subject, evaluated, body, print);
  const isObject = isKind("object", subject);
  // A value that is known to be something else has no fields to ask for.
  if (isObject === FALSE) return [];
  const lines = withFields(
    { kind: "when", type: "object", plan },
    narrow(subject, ["object"]),
    print,
    (object) => {
      const key = print.names("key");
      const item = print.names("item");
      const isLeft = and(isPresent(item), not(call(code`${evaluated}.names.has`, key)));
      return [
        block(code`for (const ${key} in ${fieldsOf(object)})`, [
          ...declare(
            constant(item, code`${fieldsOf(object)}[${key}]`),
            iff(isLeft, body(partOf(object, item, key), key)),
          ),
          code`${evaluated}.names.add(${key});`,
        ]),
      ];
    },
  );
  return iff(isObject, lines);
}

function walkUnevaluatedItems(
  subject: Subject,
  evaluated: Code,
  body: (part: Subject, index: Code) => readonly Code[],
  print: Printing,
): readonly Code[] {
  const loop = eachItem(
    subject,
    0,
    (item, i) => {
      const isLeft = and(code`${i} >= ${evaluated}.items`, not(call(code`${evaluated}.indexes.has`, i)));
      return iff(isLeft, body(item, i));
    },
    print,
  );
  return iff(isKind("array", subject), [...loop, code`${evaluated}.items = Infinity;`]);
}

export function walkIf(
  plan: Plan & { kind: "if" },
  subject: Subject,
  visit: Visit,
  evaluated: Code | undefined,
  print: Printing,
): readonly Code[] {
  const { lines, passed } = asFlag(plan.test, subject, evaluated, print);
  const inside: Subject = { ...subject, isNarrowed: true };
  const [yes, no] = [passing(plan.test, inside), failing(plan.test, inside)];
  const choice = ifElse(passed, visit(plan.yes, yes), visit(plan.no, no));
  // A test whose answer nobody asks for still evaluates something.
  return choice.length > 0 || evaluated ? [...lines, ...choice] : [];
}

export function walkPresent(
  plan: Plan & { kind: "present" },
  subject: Subject,
  visit: Visit,
): readonly Code[] {
  return iff(isPresent(read(fieldsOf(subject), plan.property)), visit(plan.plan, subject));
}

/** What to do for the alternatives that a property leaves, and where its value names none of them. */
export type DispatchCases = {
  readonly group: (plans: readonly Plan[], object: Subject) => readonly Code[];
  readonly unknownTag: (tag: Subject, dispatch: Dispatch & { kind: "tag" }) => readonly Code[];
  /** Puts together what is done for an object and the question whether the subject is one. */
  readonly guard: (isObject: Code, lines: readonly Code[]) => readonly Code[];
};

/** Leads to the alternatives that one property of an object tells apart. */
export function walkDispatch(
  dispatch: Dispatch,
  subject: Subject,
  cases: DispatchCases,
  print: Printing,
): readonly Code[] {
  const isObject = hasType(["object"], subject);
  if (isObject === FALSE) return cases.guard(FALSE, []);
  const lines = withFields(ANY_OBJECT, narrow(subject, ["object"]), print, (object) => {
    const value = read(fieldsOf(object), dispatch.property);
    if (dispatch.kind === "presence") {
      const { present, absent } = dispatch;
      return ifElse(isPresent(value), cases.group(present, object), cases.group(absent, object));
    }
    const tag = partOf(object, value, literal(dispatch.property));
    return [
      block(code`switch (${value})`, [
        ...dispatch.cases.map(({ values, plan }) => switchCase(heads(values), cases.group([plan], object))),
        block(code`default:`, cases.unknownTag(tag, dispatch)),
      ]),
    ];
  });
  return cases.guard(isObject, lines);
}
