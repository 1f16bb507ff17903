import { operationKey } from "../../json/naming.js";
import { compareBody } from "./delta-body.js";
import { compareComponents } from "./delta-components.js";
import { compareFlag, compareParameters } from "./delta-parameters.js";
import { compareResponses } from "./delta-responses.js";
import { compareSecurity } from "./delta-security.js";
import { compareServers } from "./delta-servers.js";
import { memberOf, rootOf } from "../../json/place.js";
import type { Doc, Place } from "../document/document.js";
import { compareTexts, type Fact, type OperationPair, type Report, type Use } from "./facts.js";
import { opposite } from "../../json/direction.js";
import { readOperations, type Operation } from "../document/operations.js";

export type Delta = { readonly facts: readonly Fact[]; readonly uses: readonly Use[] };

/** What differs between two documents: facts outside of schemas, and every pair of schemas that stand for each other. */
export function compareDocuments(before: Doc, after: Doc): Delta {
  const facts: Fact[] = [];
  const uses: Use[] = [];
  const report: Report = { fact: (fact) => facts.push(fact), use: (use) => uses.push(use) };
  compareRoots(before, after, report);
  compareAllOperations(before, after, report);
  compareComponents(before, after, uses, report);
  return { facts, uses };
}

const NOBODY: OperationPair = { before: undefined, after: undefined };

function compareRoots(before: Doc, after: Doc, report: Report): void {
  const [old, now]: Place[] = [before, after].map(rootOf);
  if (old === undefined || now === undefined) return;
  const scope = { pair: NOBODY, subject: "document" };
  compareTexts(old, now, scope, report);
  for (const key of ["info", "tags"]) compareTexts(memberOf(old, key), memberOf(now, key), scope, report);
  const places = { before: memberOf(old, "openapi"), after: memberOf(now, "openapi") };
  const [was, is] = [before.root["openapi"], after.root["openapi"]];
  if (was !== is)
    report.fact({
      ...scope,
      ...places,
      rule: "openapi-version",
      keyword: "openapi",
      direction: "both",
      was,
      now: is,
    });
}

function compareAllOperations(before: Doc, after: Doc, report: Report): void {
  const [old, now] = [readOperations(before), readOperations(after)];
  for (const [key, operation] of old) {
    const found = now.get(key);
    if (found === undefined) reportPresence({ before: operation, after: undefined }, report);
    else compareOperations({ before: operation, after: found }, report);
  }
  for (const [key, operation] of now)
    if (!old.has(key)) reportPresence({ before: undefined, after: operation }, report);
}

function reportPresence(pair: OperationPair, report: Report): void {
  const operation = pair.after ?? pair.before;
  if (operation === undefined) return;
  const isNew = pair.after !== undefined;
  const isOurs = operation.kind === "path";
  const rule = isOurs
    ? isNew
      ? "operation-added"
      : "operation-removed"
    : isNew
      ? "incoming-added"
      : "incoming-removed";
  const proof =
    rule === "operation-removed"
      ? ({ message: { kind: "request" }, issue: "there is no such operation" } as const)
      : undefined;
  const places = { before: pair.before?.place, after: pair.after?.place };
  const subject = `${operation.kind === "path" ? "operation" : operation.kind} \`${operation.method} ${operation.path}\``;
  report.fact({
    rule,
    keyword: isNew ? "added" : "removed",
    pair,
    direction: "both",
    ...places,
    subject,
    ...(proof && { proof }),
  });
}

function compareOperations(pair: OperationPair, report: Report): void {
  const { before, after } = pair;
  if (before === undefined || after === undefined) return;
  const { direction } = before;
  const context = { pair, report, direction };
  compareNames(before, after, context);
  compareTexts(before.place, after.place, { pair, subject: "operation" }, report);
  compareTexts(before.pathItem, after.pathItem, { pair, subject: "path item" }, report);
  compareFlag(before.place, after.place, "deprecated", context);
  compareParameters(before, after, context);
  compareBody(before, after, context);
  compareResponses(before, after, { pair, report, direction: opposite(direction) });
  if (before.kind !== "path") return;
  compareSecurity(before, after, context);
  compareServers(before, after, context);
}

function compareNames(
  before: Operation,
  after: Operation,
  { pair, report }: { pair: OperationPair; report: Report },
): void {
  const direction = "both";
  if (before.path !== after.path && before.kind !== "callback") {
    report.fact({
      rule: "path-respelled",
      keyword: "paths",
      pair,
      direction,
      before: before.pathItem,
      after: after.pathItem,
      subject: `path \`${before.path}\``,
      was: before.path,
      now: after.path,
    });
  }
  const [was, now] = [before, after].map(({ method, path, operationId }) =>
    operationKey(method, path, operationId),
  );
  if (before.operationId === after.operationId) return;
  const places = {
    before: memberOf(before.place, "operationId"),
    after: memberOf(after.place, "operationId"),
  };
  report.fact({
    rule: was === now ? "rewritten" : "operation-renamed",
    keyword: "operationId",
    pair,
    direction,
    ...places,
    subject: `operation \`${was}\``,
    was,
    now,
  });
}
