import { Code, code, identifier, literal } from "../code/code.js";
import { parts, sameInstance, type Message, type Plan, type Tools } from "./plan.js";

/** Plans that say the same of a value have one number, wherever in the document they stand. */
export type Alike = {
  readonly number: number;
  /** The pointer that the places of all its reasons are below; undefined where it has none. */
  readonly base: string | undefined;
};

/** Numbers plans. Each is looked at once, and stands for itself in the plans that it is a part of. */
export function createAlikes(): (plan: Plan) => Alike {
  const known = new Map<Plan, Alike>();
  const numbers = new Map<string, number>();
  const alikeOf = (plan: Plan): Alike => {
    const found = known.get(plan);
    if (found) return found;
    const children = new Map([...sameInstance(plan), ...parts(plan)].map((child) => [child, alikeOf(child)]));
    const places = [...placesOf(plan), ...[...children.values()].flatMap(({ base }) => base ?? [])];
    const [first] = places;
    const base = first === undefined ? undefined : places.reduce(findCommonPointer, first);
    const text = describe(plan, children, base ?? "");
    const alike = { number: numbers.get(text) ?? numbers.size, base };
    numbers.set(text, alike.number);
    known.set(plan, alike);
    return alike;
  };
  return alikeOf;
}

/** The places of a plan's own reasons and properties. */
function placesOf(plan: Plan): readonly string[] {
  if (plan.kind === "object")
    return [...plan.required.map(({ reason }) => reason.at), ...plan.properties.map(({ at }) => at)];
  if (plan.kind === "some") return [plan.tooFew.at, plan.tooMany.at];
  return "reason" in plan ? [plan.reason.at] : [];
}

/** Everything that a plan says, with places as they stand below `base`. */
function describe(plan: Plan, children: ReadonlyMap<unknown, Alike>, base: string): string {
  const write = (key: string, value: unknown): string => {
    const child = value === plan ? undefined : children.get(value);
    if (child) return `${child.number} ${JSON.stringify(child.base?.slice(base.length))}`;
    if (key === "at" && typeof value === "string") return JSON.stringify(value.slice(base.length));
    // The functions of a plan are pure, and differ where what they print does.
    if (typeof value === "function") return JSON.stringify((value as Message)(SAMPLE, TOOLS, STEP).text);
    // Values of the schema may have members of any name, and numbers that JSON cannot write.
    if (key === "values" || typeof value !== "object" || value === null) return literal(value).text;
    const members = Object.entries(value).map(([name, member]) => `${name}:${write(name, member)}`);
    return `{${members.join(",")}}`;
  };
  return write("", plan);
}

const SAMPLE = identifier("value");
const STEP = identifier("step");
const TOOLS: Tools = {
  runtime: (name) => new Code(name),
  matches: (pattern, text) => code`matches(${pattern}, ${text})`,
};

/** The longest pointer that both begin with. */
function findCommonPointer(a: string, b: string): string {
  if (b.startsWith(a) && (b.length === a.length || b[a.length] === "/")) return a;
  let end = 0;
  while (end < a.length && a[end] === b[end]) end++;
  const isWhole = (text: string): boolean => end === text.length || text[end] === "/";
  return isWhole(a) && isWhole(b) ? a.slice(0, end) : a.slice(0, Math.max(0, a.lastIndexOf("/", end - 1)));
}
