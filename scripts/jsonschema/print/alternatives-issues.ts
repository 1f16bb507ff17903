import { call, code, type Code, list, literal } from "../code/code.js";
import { isAbsent, not, TRUE } from "../code/condition.js";
import { constant, ifElse, iff } from "../code/statement.js";
import { chooseDispatch, type Dispatch } from "../plan/dispatch.js";
import { factsOf, typesOf } from "../plan/facts.js";
import { groupByType, type TypeGroup } from "../plan/type-groups.js";
import type { AlternativesPlan } from "../plan/plan.js";
import { listOr, mustBeType, quote } from "../wording.js";
import { INTO, isFull, type Printing } from "./print.js";
import { reportIssue } from "./report.js";
import { AT, hasType, narrow, type Subject } from "./subject.js";
import { walkDispatch } from "./walk.js";

/** What is wrong with the alternative that the value was meant for. */
export function printAlternativesIssues(
  plan: AlternativesPlan,
  subject: Subject,
  print: Printing,
): readonly Code[] {
  const [only] = plan.plans;
  if (only && plan.plans.length === 1) return print.issues(only, subject);
  const dispatch = chooseDispatch(plan.plans, print.module.plan);
  if (dispatch) return printDispatch(plan, dispatch, subject, print);
  const groups = plan.hint ? undefined : groupByType(plan.plans, print.module.plan);
  return groups ? printTyped(plan, groups, subject, print) : printNearest(plan, subject, print);
}

/** The value was meant for what takes its type; where nothing does, all the types are worth saying. */
function printTyped(
  plan: AlternativesPlan,
  groups: readonly TypeGroup[],
  subject: Subject,
  print: Printing,
): readonly Code[] {
  const types = plan.plans.flatMap((p) => factsOf(p, print.module.plan).types ?? []);
  const reason = { ...plan.reason, message: mustBeType([...new Set(types)]) };
  return groups.reduceRight<readonly Code[]>(
    (otherwise, group) => {
      const inside = narrow(subject, group.types);
      const lines = printAlternativesIssues({ ...plan, plans: group.plans }, inside, print);
      return ifElse(hasType(group.types, subject), lines, otherwise);
    },
    [reportIssue(reason, subject, print)],
  );
}

function printDispatch(
  plan: AlternativesPlan,
  dispatch: Dispatch,
  subject: Subject,
  print: Printing,
): readonly Code[] {
  const notObject = dispatch.notObject ?? { ...plan.reason, message: mustBeType(["object"]) };
  const refused = [reportIssue(notObject, subject, print)];
  return walkDispatch(
    dispatch,
    subject,
    {
      group: (plans, object) => printAlternativesIssues({ ...plan, plans }, object, print),
      unknownTag: (tag, { cases, missing }) => {
        const message = `must be ${listOr(cases.flatMap(({ values }) => values.map(quote)))}`;
        const wrong = [reportIssue({ ...plan.reason, message }, tag, print)];
        const absent = missing ? [reportIssue(missing, tag, print)] : wrong;
        return ifElse(isAbsent(tag.expression), absent, wrong);
      },
      guard: (isObject, lines) => ifElse(isObject, lines, refused),
    },
    print,
  );
}

/** Every alternative is asked; what the one says that the value was meant for, or else the nearest, is kept. */
function printNearest(plan: AlternativesPlan, subject: Subject, print: Printing): readonly Code[] {
  const room = print.names("room");
  const inside: Subject = { ...subject, isNarrowed: true };
  const named = plan.plans.map((alternative) => ({ name: print.names("issues"), alternative }));
  const lists = list(
    named.map(({ name }) => name),
    "[",
    "]",
  );
  const { runtime } = print.module;
  const { hint } = plan;
  const tagged = hint
    ? call(runtime("indexByTag"), subject.expression, literal(hint.property), literal(hint.values))
    : literal(-1);
  const typed = printOwnTypes(plan, subject, print);
  const tooMany = plan.exactlyOne
    ? iff(code`${lists}.filter((issues) => issues.length === 0).length > 1`, [
        reportIssue(plan.reason, subject, print),
      ])
    : [];
  const nearest = iff(not(isFull(print.module)), [
    constant(room, code`${INTO}.room`),
    ...named.flatMap(({ name, alternative }) => [
      ...print.issues(alternative, inside),
      constant(name, call(runtime("takeSince"), INTO, room)),
    ]),
    code`${call(runtime("keepNearest"), INTO, AT, lists, literal(subject.path.length), typed, tagged)};`,
    ...tooMany,
  ]);
  return printTypes(plan, subject, nearest, print);
}

/** Whether each alternative takes values of the value's type, as far as that is known. */
function printOwnTypes(plan: AlternativesPlan, subject: Subject, print: Printing): Code {
  const flags = plan.plans.map((alternative) => {
    const types = typesOf(alternative, print.module.plan);
    return types === undefined ? TRUE : hasType(types, subject);
  });
  return flags.every((flag) => flag === TRUE) ? code`[]` : list(flags, "[", "]");
}

/** Where no alternative takes the type of the value, all their types are worth saying. */
function printTypes(
  plan: AlternativesPlan,
  subject: Subject,
  nearest: readonly Code[],
  print: Printing,
): readonly Code[] {
  const types = plan.plans.map((p) => factsOf(p, print.module.plan).types);
  const known = types.filter((own) => own !== undefined);
  const union = [...new Set(known.flat())];
  if (known.length !== types.length || union.length < 2) return nearest;
  const reason = { ...plan.reason, message: mustBeType(union) };
  return ifElse(not(hasType(union, subject)), [reportIssue(reason, subject, print)], nearest);
}
