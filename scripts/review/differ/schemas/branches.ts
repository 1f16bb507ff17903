import { memberOf, recordAt } from "../../../json/place.js";
import type { Direction } from "../../../json/direction.js";
import { canonicalText } from "../../../json/value.js";
import type { Place, Sides } from "../../document/document.js";
import { constraintsOf, readTexts } from "../../schema/constraints.js";
import { areWrittenAlike } from "../../schema/same-text.js";

export type Alignment = {
  readonly pairs: readonly Sides<Place>[];
  readonly removed: readonly Place[];
  readonly added: readonly Place[];
};

/** What a branch is known by; undefined when it has no such thing. */
type Mark = (place: Place) => string | undefined;

/**
 * Pairs branches that are written alike, then those with one name, tag or title, those of the same types, and those that
 * say the same but for their types.
 */
export function alignBranches(
  base: readonly Place[],
  head: readonly Place[],
  direction: Direction,
): Alignment {
  const alike = alignBy({ pairs: [], removed: base, added: head }, (one) => (other) => areWrittenAlike([one], [other])); // prettier-ignore
  const marks: readonly Mark[] = [
    readRefName,
    (place) => readTag(place, direction),
    (place) => readValues(place, direction),
    (place) => readTexts(constraintsOf([place], direction).parts, "title")[0],
    (place) => canonicalText([...constraintsOf([place], direction).types]),
    (place) => canonicalText(listTypes(place, direction)),
    readAllButType,
  ];
  return marks.reduce(alignByMark, alike);
}

/** Every integer is a number, and an alternative may have null among its types. */
function listTypes(place: Place, direction: Direction): readonly string[] {
  const types = [...constraintsOf([place], direction).types].filter((type) => type !== "null");
  return types.map((type) => (type === "integer" ? "number" : type));
}

/** The values that an alternative lists. */
function readValues(place: Place, direction: Direction): string | undefined {
  const { values } = constraintsOf([place], direction);
  return values && canonicalText(values.map(canonicalText).toSorted());
}

/** What an alternative says beside its types, where it says anything. */
function readAllButType(place: Place): string | undefined {
  const { type: _, ...rest } = recordAt(place);
  return Object.keys(rest).length === 0 ? undefined : canonicalText(rest);
}

function alignByMark(alignment: Alignment, mark: Mark): Alignment {
  if (alignment.removed.length === 0 || alignment.added.length === 0) return alignment;
  const marks = new Map(alignment.added.map((place) => [place, mark(place)]));
  return alignBy(alignment, (place) => {
    const wanted = mark(place);
    return (other) => wanted !== undefined && marks.get(other) === wanted;
  });
}

/** Pairs each branch of base that is left with the first one of head that matches it. */
function alignBy(
  { pairs, removed, added }: Alignment,
  match: (base: Place) => (head: Place) => boolean,
): Alignment {
  const found = [...pairs];
  const rest = [...added];
  const left = removed.filter((base) => {
    const index = rest.findIndex(match(base));
    found.push(...(index === -1 ? [] : rest.splice(index, 1)).map((head) => ({ base, head })));
    return index === -1;
  });
  return { pairs: found, removed: left, added: rest };
}

function readRefName(place: Place): string | undefined {
  const { $ref } = recordAt(place);
  return typeof $ref === "string" ? $ref : undefined;
}

/** What tells a branch from the others: the listed values of its properties. */
function readTag(place: Place, direction: Direction): string | undefined {
  const { names, parts } = constraintsOf([place], direction);
  const tags = names.flatMap((name) => {
    const owners = parts.map((part) => memberOf(part.place, "properties"));
    const own = owners.map((each) => each && memberOf(each, name)).find((each) => each !== undefined);
    const values = own === undefined ? undefined : constraintsOf([own], direction).values;
    return values === undefined ? [] : [[name, values]];
  });
  return tags.length === 0 ? undefined : canonicalText(tags);
}
