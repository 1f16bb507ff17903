import { call, code, type Code, join, literal } from "../code/code.js";
import { and, not } from "../code/condition.js";
import { exit as leaving, iff, variable } from "../code/statement.js";
import { chooseDispatch, excludeEachOther, type Dispatch } from "../plan/dispatch.js";
import { isPass, type AlternativesPlan, type Plan } from "../plan/plan.js";
import { asFlag, labelled, whenPasses } from "./pass.js";
import type { Exit, Printing } from "./print.js";
import { failing, type Subject } from "./subject.js";
import { walkDispatch } from "./walk.js";

/** Alternatives for one instance: by a tag where there is one, else the first that passes, else by counting. */
export function printAlternatives(
  plan: AlternativesPlan,
  subject: Subject,
  exit: Exit,
  print: Printing,
): readonly Code[] {
  if (exit.evaluated) return printTracked(plan, subject, exit, exit.evaluated, print);
  const dispatch = chooseDispatch(plan.plans, print.module.plan);
  if (dispatch) return printDispatch(plan, dispatch, subject, exit, print);
  const isAny = !plan.exactlyOne || excludeEachOther(plan.plans, print.module.plan);
  return (isAny ? printAny : printOne)(plan.plans, subject, exit, print);
}

function printDispatch(
  plan: AlternativesPlan,
  dispatch: Dispatch,
  subject: Subject,
  exit: Exit,
  print: Printing,
): readonly Code[] {
  return walkDispatch(
    dispatch,
    subject,
    {
      group: (plans, object) => {
        const [only] = plans;
        return only && plans.length === 1
          ? print.test(only, object, exit)
          : printAlternatives({ ...plan, plans }, object, exit, print);
      },
      unknownTag: () => [exit.fail],
      guard: (isObject, lines) => [...iff(not(isObject), [exit.fail]), ...lines],
    },
    print,
  );
}

function printAny(plans: readonly Plan[], subject: Subject, exit: Exit, print: Printing): readonly Code[] {
  if (plans.some(isPass)) return [];
  const done = print.names("done");
  const leave = leaving(code`break ${done};`);
  // TypeScript's narrowing by the alternatives before would reach into the next.
  const inside: Subject = { ...subject, isNarrowed: true };
  const reached = subjectsInTurn(plans, inside);
  const lines = plans
    .slice(0, -1)
    .flatMap((plan, i) => whenPasses(plan, reached[i] ?? inside, undefined, [leave], print));
  if (lines.includes(leave)) return [];
  const last = plans.slice(-1).flatMap((plan) => print.test(plan, reached[plans.length - 1] ?? inside, exit));
  return labelled(done, [...lines, ...last]);
}

/** The subject of each alternative: that of the next is what did not pass those before. */
function subjectsInTurn(plans: readonly Plan[], subject: Subject): readonly Subject[] {
  let reached = subject;
  return plans.map((plan) => {
    const own = reached;
    reached = failing(plan, own);
    return own;
  });
}

function printOne(plans: readonly Plan[], subject: Subject, exit: Exit, print: Printing): readonly Code[] {
  const count = print.names("passed");
  const inside: Subject = { ...subject, isNarrowed: true };
  return [
    variable(count, literal(0)),
    ...plans.flatMap((plan) => whenPasses(plan, inside, undefined, [code`${count}++;`], print)),
    ...iff(code`${count} !== 1`, [exit.fail]),
  ];
}

/** Every alternative that passes evaluates something (Core §11), so all of them are tried. */
function printTracked(
  plan: AlternativesPlan,
  subject: Subject,
  exit: Exit,
  evaluated: Code,
  print: Printing,
): readonly Code[] {
  const inside: Subject = { ...subject, isNarrowed: true };
  const flags = plan.plans.map((p) => asFlag(p, inside, evaluated, print));
  const passed = flags.map((flag) => flag.passed);
  const isEnough = plan.exactlyOne
    ? code`${join(
        passed.map((flag) => call(code`Number`, flag)),
        " + ",
      )} === 1`
    : join(passed, " || ");
  return [...flags.flatMap(({ lines }) => lines), ...iff(not(isEnough), [exit.fail])];
}

/** The same question as one expression, where every alternative is one. */
export function alternativesCondition(
  plan: AlternativesPlan,
  subject: Subject,
  print: Printing,
): Code | undefined {
  const isDispatched = chooseDispatch(plan.plans, print.module.plan) !== undefined;
  if (isDispatched || (plan.exactlyOne && !excludeEachOther(plan.plans, print.module.plan))) return undefined;
  const inside: Subject = { ...subject, isNarrowed: true };
  const reached = subjectsInTurn(plan.plans, inside);
  const conditions = plan.plans.map((p, i) => print.condition(p, reached[i] ?? inside));
  return conditions.every((c) => c !== undefined) ? not(and(...conditions.map(not))) : undefined;
}
