import { and, block, code, Code, iff, ifElse, join, literal, mentions, not } from "../code.js";
import { chooseDispatch, excludeEachOther, type Dispatch } from "../plan/dispatch.js";
import { fieldsOf, nameFields } from "./fields.js";
import { ANY_OBJECT, isPass, type AlternativesPlan, type Plan } from "../plan/plan.js";
import { asFlag, whenPasses } from "./pass.js";
import { read, type Exit, type Printing } from "./print.js";
import { hasType, narrow, type Subject } from "./subject.js";

/** Alternatives for one instance: by a tag where there is one, else the first that passes, else by counting. */
export function printAlternatives(
  plan: AlternativesPlan,
  of: Subject,
  exit: Exit,
  print: Printing,
): readonly Code[] {
  if (exit.evaluated) return printTracked(plan, of, exit, exit.evaluated, print);
  const dispatch = chooseDispatch(plan.of, print.module.plan);
  if (dispatch) return printDispatch(plan, dispatch, of, exit, print);
  const isAny = !plan.exactlyOne || excludeEachOther(plan.of, print.module.plan);
  return isAny ? printAny(plan.of, of, exit, print) : printOne(plan.of, of, exit, print);
}

function printDispatch(
  plan: AlternativesPlan,
  dispatch: Dispatch,
  of: Subject,
  exit: Exit,
  print: Printing,
): readonly Code[] {
  const isObject = hasType(["object"], of);
  if (isObject.text === "false") return [exit.fail];
  const inside = nameFields(ANY_OBJECT, narrow(of, ["object"]), print);
  const value = read(fieldsOf(inside.of), dispatch.property);
  const group = (plans: readonly Plan[]): readonly Code[] =>
    printGroup({ ...plan, of: plans }, inside.of, exit, print);
  const choice =
    dispatch.kind === "presence"
      ? ifElse(code`${value} !== undefined`, group(dispatch.present), group(dispatch.absent))
      : [
          printSwitch(
            value,
            dispatch.cases.map((c) => ({ values: c.values, body: group([c.plan]) })),
            exit.fail,
          ),
        ];
  return [...iff(not(isObject), [exit.fail]), ...inside.lines, ...choice];
}

function printGroup(plan: AlternativesPlan, of: Subject, exit: Exit, print: Printing): readonly Code[] {
  const [only] = plan.of;
  return only && plan.of.length === 1 ? print.test(only, of, exit) : printAlternatives(plan, of, exit, print);
}

function printSwitch(
  value: Code,
  cases: readonly { readonly values: readonly unknown[]; readonly body: readonly Code[] }[],
  otherwise: Code,
): Code {
  const lines = cases.map(({ values, body }) => {
    const heads = join(
      values.map((v) => code`case ${literal(v)}:`),
      "\n",
    );
    return block(heads, [...body, new Code("break;")]);
  });
  return block(code`switch (${value})`, [...lines, block(new Code("default:"), [otherwise])]);
}

function printAny(plans: readonly Plan[], of: Subject, exit: Exit, print: Printing): readonly Code[] {
  if (plans.some(isPass)) return [];
  const done = print.names("done");
  const leave = code`break ${done};`;
  // TypeScript's narrowing by the alternatives before would reach into the next.
  const inside: Subject = { ...of, isNarrowed: true };
  const lines = plans.slice(0, -1).flatMap((plan) => whenPasses(plan, inside, undefined, [leave], print));
  if (lines.some((line) => line.text === leave.text)) return [];
  const last = plans.slice(-1).flatMap((plan) => print.test(plan, inside, exit));
  const all = [...lines, ...last];
  return mentions(all, done) ? [block(code`${done}:`, all)] : all;
}

function printOne(plans: readonly Plan[], of: Subject, exit: Exit, print: Printing): readonly Code[] {
  const count = print.names("passed");
  const inside: Subject = { ...of, isNarrowed: true };
  return [
    code`let ${count} = 0;`,
    ...plans.flatMap((plan) => whenPasses(plan, inside, undefined, [code`${count}++;`], print)),
    ...iff(code`${count} !== 1`, [exit.fail]),
  ];
}

/** Every alternative that passes evaluates something (Core §11), so all of them are tried. */
function printTracked(
  plan: AlternativesPlan,
  of: Subject,
  exit: Exit,
  evaluated: Code,
  print: Printing,
): readonly Code[] {
  const flags = plan.of.map((p) => asFlag(p, { ...of, isNarrowed: true }, evaluated, print));
  const passed = flags.map((flag) => flag.passed);
  const isEnough = plan.exactlyOne
    ? code`${join(
        passed.map((p) => code`Number(${p})`),
        " + ",
      )} === 1`
    : join(passed, " || ");
  return [...flags.flatMap((flag) => flag.lines), ...iff(code`!(${isEnough})`, [exit.fail])];
}

/** The same question as one expression, where every alternative is one. */
export function alternativesCondition(
  plan: AlternativesPlan,
  of: Subject,
  print: Printing,
): Code | undefined {
  const dispatchable = chooseDispatch(plan.of, print.module.plan) !== undefined;
  if (dispatchable || (plan.exactlyOne && !excludeEachOther(plan.of, print.module.plan))) return undefined;
  const conditions = plan.of.map((p) => print.condition(p, { ...of, isNarrowed: true }));
  return conditions.every((c) => c !== undefined) ? not(and(...conditions.map(not))) : undefined;
}
