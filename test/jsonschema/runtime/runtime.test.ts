import { describe, expect, test } from "vitest";
import * as runtime from "../../../scripts/jsonschema/runtime/runtime.js";

type Issue = runtime.ValidationIssue;
const issue = (keyword: string, ...path: (string | number)[]): Issue => ({
  message: "m",
  path,
  keyword,
  keywordLocation: `/${keyword}`,
});
const collector = (room = 101, found?: Issue[]): runtime.Collector => ({ found, room, steps: 0 });
const step = (...keys: (string | number)[]): runtime.Step | undefined =>
  keys.reduce<runtime.Step | undefined>((at, key) => ({ at, key }), undefined);

const isEnoughAfter = (steps: number, room = 1) => runtime.isEnough({ ...collector(room), steps });
const messagesAfter = (steps: number, found?: Issue[]) => {
  const into = { ...collector(9, found), steps };
  runtime.afterTangle(into, {});
  return into.found?.map(({ message }) => message);
};

describe("reporting", () => {
  test("puts the path behind the steps that lead to the value", () => {
    const into = collector();
    runtime.report(into, step("a", 1, 0), "/p/type", "type", "m", "b");
    runtime.report(into, step("a"), "/q", "false", "n");
    runtime.report(into, undefined, "/r", "false", "o", "c");
    runtime.report(into, undefined, "/s", "false", "p");
    expect(into.found).toEqual([
      { message: "m", path: ["a", 1, 0, "b"], keyword: "type", keywordLocation: "/p/type" },
      { message: "n", path: ["a"], keyword: "false", keywordLocation: "/q" },
      { message: "o", path: ["c"], keyword: "false", keywordLocation: "/r" },
      { message: "p", path: [], keyword: "false", keywordLocation: "/s" },
    ]);
    expect([runtime.depthOf(undefined), runtime.depthOf(step("a", 1))]).toEqual([0, 2]);
  });

  test("ends when there is no more room", () => {
    const into = collector(2);
    for (let i = 0; i < 5; i++) runtime.report(into, undefined, "/type", "type", String(i));
    expect(into.found?.map(({ message }) => message)).toEqual(["0", "1"]);
    expect([into.room, runtime.isFull(into), runtime.isFull(collector(1))]).toEqual([0, true, false]);
  });

  test("gives up after 10,000 calls", () => {
    expect([isEnoughAfter(9_999), isEnoughAfter(10_000), isEnoughAfter(0, 0)]).toEqual([false, true, true]);
    expect(messagesAfter(10_001)).toEqual(["has too many problems to list"]);
    expect(messagesAfter(10_001, [])).toEqual(["has too many problems to list"]);
    expect(messagesAfter(10_000)).toBeUndefined();
    expect(messagesAfter(10_001, [issue("a")])).toEqual(["m"]);
  });
});

describe("answers are kept", () => {
  test("for objects and arrays, by schema", () => {
    const memo: runtime.Memo = new Map();
    const [object, array] = [{}, [1]];
    expect(runtime.recall(memo, "A", object)).toBeUndefined();
    expect(runtime.remember(memo, "A", object, false)).toBe(false);
    expect(runtime.remember(memo, "A", array, true)).toBe(true);
    expect(runtime.remember(memo, "A", "text", true)).toBe(true);
    expect(runtime.remember(memo, "A", null, true)).toBe(true);
    const known = [object, array, "text", null].map((value) => runtime.recall(memo, "A", value));
    expect(known).toEqual([false, true, undefined, undefined]);
    expect(runtime.recall(memo, "B", object)).toBeUndefined();
  });
});

const nearest = (
  alternatives: readonly (readonly Issue[])[],
  path: string[] = [],
  steps = 0,
  tagged = -1,
  typed: boolean[] = [],
) => {
  const into = collector();
  runtime.keepNearest(into, step(...path), alternatives, steps, typed, tagged);
  return (into.found ?? []).map(({ keyword }) => keyword);
};

describe("of alternatives", () => {
  const values = [["cat"], ["dog", "wolf"]];
  test.each<[value: unknown, index: number]>([
    [{ kind: "cat" }, 0],
    [{ kind: "wolf" }, 1],
    [{ kind: "cow" }, -1],
    [{ kind: 1 }, -1],
    [{}, -1],
    [Object.create({ kind: "cat" }), -1],
    [null, -1],
    ["cat", -1],
  ])("the tag of %j names number %d", (value, index) =>
    expect(runtime.indexByTag(value, "kind", values)).toBe(index),
  );
  test.each<[claim: string, kept: readonly string[], expected: readonly string[]]>([
    ["the one with fewer issues is kept", nearest([[issue("a"), issue("b")], [issue("c")]]), ["c"]],
    ["of equals the first", nearest([[issue("a")], [issue("b")]]), ["a"]],
    [
      "not one for values of another type",
      nearest([[issue("type")], [issue("a"), issue("b"), issue("c")]]),
      ["a", "b", "c"],
    ],
    [
      "not one for values of another type, however near",
      nearest([[issue("const")], [issue("a"), issue("b"), issue("c")]], [], 0, -1, [false, true]),
      ["a", "b", "c"],
    ],
    [
      "any where none is for values of the type",
      nearest([[issue("a"), issue("b"), issue("c")], [issue("const")]], [], 0, -1, [false, false]),
      ["const"],
    ],
    ["the tag before the type", nearest([[issue("a")], [issue("b")]], [], 0, 0, [false, true]), ["a"]],
    [
      "a wrong type counts four",
      nearest([[issue("type")], ["a", "b", "c", "d"].map((k) => issue(k))]),
      ["type"],
    ],
    [
      "a wrong type further down counts one",
      nearest([[issue("type", "x")], [issue("a"), issue("b")]]),
      ["type"],
    ],
    [
      "further down is counted from the value",
      nearest([[issue("type", "x", 0)], [issue("a"), issue("b")]], ["x"], 1),
      ["a", "b"],
    ],
    ...["required", "const", "false", "additionalProperties", "unevaluatedProperties"].map(
      (keyword): [string, readonly string[], readonly string[]] => [
        `${keyword} counts two`,
        nearest([[issue(keyword)], [issue("a")]]),
        ["a"],
      ],
    ),
    ["no other keyword does", nearest([[issue("requiredX")], [issue("a")]]), ["requiredX"]],
    ["nothing is kept where one passes", nearest([[issue("a")], []]), []],
    [
      "the one that was meant is kept",
      nearest([[issue("a")], [issue("b"), issue("c")]], [], 0, 1),
      ["b", "c"],
    ],
    [
      "and no other, whatever it costs",
      nearest([[issue("a")], [issue("type"), issue("c")]], [], 0, 1),
      ["type", "c"],
    ],
  ])("%s", (_, kept, expected) => expect(kept).toEqual(expected));

  test("what was reported since is taken back, and makes room", () => {
    const into = collector(5, [issue("a"), issue("b"), issue("c")]);
    expect(runtime.takeSince(into, 5)).toEqual([]);
    expect(runtime.takeSince(into, 7).map(({ keyword }) => keyword)).toEqual(["b", "c"]);
    expect([into.room, into.found?.map(({ keyword }) => keyword)]).toEqual([7, ["a"]]);
    expect(runtime.takeSince(collector(5), 5)).toEqual([]);
  });

  test("no more are kept than there is room for", () => {
    const into = collector(1);
    runtime.keepNearest(into, undefined, [[issue("a"), issue("b")]], 0, [], -1);
    expect([into.room, into.found?.length]).toEqual([0, 1]);
  });
});

describe("issues in the order of the value", () => {
  const value = { b: [{ y: 1, x: 2 }, 0], a: 1 };
  const sorted = (...paths: (string | number)[][]) => {
    const into = collector(
      9,
      paths.map((path) => issue("k", ...path)),
    );
    runtime.inOrderOfValue(into, value);
    return into.found?.map(({ path }) => path);
  };

  test("names as they stand, items by index, a place before what is below it", () => {
    expect(sorted(["a"], ["b", 1], ["b", 0, "x"], ["b", 0, "y"], ["b", 0], ["b"], [])).toEqual([
      [],
      ["b"],
      ["b", 0],
      ["b", 0, "y"],
      ["b", 0, "x"],
      ["b", 1],
      ["a"],
    ]);
  });

  test("missing names last, as they were reported", () => {
    expect(sorted(["z"], ["c"], ["a"])).toEqual([["a"], ["z"], ["c"]]);
  });

  test("missing names behind those that stand in order already", () => {
    const required = (name: string) => ({ ...issue("required", name), message: name });
    const into = collector(9, [issue("k", "b"), issue("k", "a"), required("z"), required("c")]);
    runtime.inOrderOfValue(into, value);
    expect(into.found?.map(({ path }) => path[0])).toEqual(["b", "a", "z", "c"]);
  });

  test("names that are not known, also of an object that was looked through twice", () => {
    const unknown = (...paths: (string | number)[][]) => {
      const issues = paths.map((path) => issue("additionalProperties", ...path));
      const into = collector(9, issues);
      runtime.inOrderOfValue(into, value);
      return into.found?.map(({ path }) => path);
    };
    expect(unknown(["b"], ["a"])).toEqual([["b"], ["a"]]);
    expect(unknown(["b"], ["a"], ["b"], ["a"])).toEqual([["b"], ["b"], ["a"], ["a"]]);
    expect(unknown(["a"], ["b", 0, "x"])).toEqual([["b", 0, "x"], ["a"]]);
    expect(unknown(["b", 0, "x"], ["b", 0, "y"], ["b"])).toEqual([["b"], ["b", 0, "y"], ["b", 0, "x"]]);
    const other = { ...issue("additionalProperties", "b"), keywordLocation: "/other" };
    const into = collector(9, [issue("additionalProperties", "a"), other]);
    runtime.inOrderOfValue(into, value);
    expect(into.found?.map(({ path }) => path)).toEqual([["b"], ["a"]]);
  });

  test("a missing name of another part is no missing name of the whole", () => {
    const into = collector(9, [issue("k", "a"), issue("required", "b", 0, "z")]);
    runtime.inOrderOfValue(into, value);
    expect(into.found?.map(({ path }) => path[0])).toEqual(["b", "a"]);
  });

  test("a name without a value is missing", () => {
    const into = collector(9, [issue("k", "b"), issue("k", "c"), issue("k", "a")]);
    runtime.inOrderOfValue(into, { c: undefined, b: 1, a: 2 });
    expect(into.found?.map(({ path }) => path[0])).toEqual(["b", "a", "c"]);
  });

  test("what is no object is not looked through for names", () => {
    const list = new Proxy([{}, {}], {
      ownKeys: () => {
        throw new Error("its names are listed");
      },
    });
    const into = collector(9, [issue("k", 1), issue("k", 0), issue("k")]);
    runtime.inOrderOfValue(into, list);
    expect(into.found?.map(({ path }) => path)).toEqual([[], [0], [1]]);
  });
});

const run = (count: number, maxIssues: number | undefined) => {
  const collect = (_: unknown, into: runtime.Collector) => {
    for (let i = 0; i < count; i++) runtime.report(into, undefined, "/k", "k", String(i), "a");
  };
  const issues = runtime.collectIssues(collect, 0, { maxIssues });
  return issues.map(({ message, path }) => `${message} ${path.join("/")}`);
};

describe("collecting", () => {
  test("at most what is asked for, the last of which says that there are more", () => {
    expect(run(2, 2)).toEqual(["0 a", "1 a"]);
    expect(run(3, 2)).toEqual(["0 a", "there are more problems; raise maxIssues "]);
    expect(run(3, 1)).toEqual(["0 a"]);
    expect(run(150, undefined)).toHaveLength(100);
    expect(run(100, undefined).at(-1)).toBe("99 a");
    expect(run(101, undefined).at(-1)).toBe("there are more problems; raise maxIssues ");
    expect(run(3, 0)).toEqual(["0 a"]);
  });
});

describe("values", () => {
  test.each<[text: string, length: number]>([
    ["", 0],
    ["abc", 3],
    ["\u{1f600}a\u{1f600}", 3],
    ["\ud83d", 1],
    ["\ude00\ud83d", 2],
    ["\ud83d\ud83d\ude00", 2],
  ])("%j has %d characters", (text, length) => expect(runtime.codePoints(text)).toBe(length));

  test.each<[a: unknown, b: unknown, equal: boolean]>([
    [1, 1, true],
    [1, "1", false],
    [null, null, true],
    [null, {}, false],
    [{}, null, false],
    [{ a: [1] }, { a: [1] }, true],
    [{ a: 1, b: 2 }, { b: 2, a: 1 }, true],
    [{ a: 1 }, { a: 1, b: 2 }, false],
    [{ a: 1, b: 2 }, { a: 1 }, false],
    [{ a: undefined }, { b: undefined }, false],
    [[], {}, false],
    [{}, [], false],
    [[1, 2], [2, 1], false],
    [[1], { 0: 1 }, false],
  ])("%j equals %j: %s", (a, b, equal) => expect(runtime.isEqual(a, b)).toBe(equal));

  test.each<[items: unknown[], unique: boolean]>([
    [[], true],
    [[1, "1", true, "true", null, "null", [], {}, "[]", "{}"], true],
    [
      [
        { a: 1, b: [2] },
        { b: [2], a: 1 },
      ],
      false,
    ],
    [
      [
        [1, 2],
        [2, 1],
      ],
      true,
    ],
    [[[1], [1]], false],
    [["a", "a"], false],
    [[null, undefined], false],
    [[["a", "b"], ["a,b"]], true],
    [[{ a: 1 }, [1]], true],
  ])("%j are unique: %s", (items, unique) => expect(runtime.isUnique(items)).toBe(unique));

  test("items that nest 500 levels below their own are told apart, deeper ones are not", () => {
    let item: unknown = 1;
    for (let level = 0; level <= 500; level++) item = [item];
    expect([runtime.isUnique([item]), runtime.isUnique([item, item])]).toEqual([true, false]);
    expect([runtime.isUnique([[item]]), runtime.isUnique([{ a: item }])]).toEqual([false, false]);
  });

  test("numbers that JSON cannot write are told apart as well", () => {
    expect([[{ a: 1n }, { a: 1n }], [{ a: 1n }, { a: 1 }], [{ a: 1n }, { a: "1n" }]].map(runtime.isUnique)).toEqual([false, true, true]);
  }); // prettier-ignore

  test("a property that is undefined is none", () => {
    const value = { a: 1, b: undefined, c: null };
    expect(runtime.countProperties(value)).toBe(2);
    expect([1, 2, 3].map((max) => runtime.hasMore(value, max))).toEqual([true, false, false]);
  });

  test("what was evaluated adds up", () => {
    const into = runtime.nothingEvaluated();
    into.items = 2;
    runtime.addEvaluated(into, { names: new Set(["a"]), items: 1, indexes: new Set([4]) });
    runtime.addEvaluated(into, { names: new Set(["b"]), items: 3, indexes: new Set() });
    expect(into).toEqual({ names: new Set(["a", "b"]), items: 3, indexes: new Set([4]) });
  });

  test("an engine that gives up has found no match", () => {
    const thrower = Object.assign(/a/, {
      test: () => {
        throw new RangeError("too many");
      },
    });
    expect(runtime.matchesDeep(thrower, "a")).toBe(false);
    expect([runtime.matchesDeep(/^a/, "ab"), runtime.matchesDeep(/^a/, "b")]).toEqual([true, false]);
  });
});

const told = (name: string, known: readonly string[], owner: object = {}) => {
  const into = collector();
  runtime.reportUnknownName(into, { ...owner, [name]: 1 }, known, undefined, "/k", name);
  return into.found?.[0]?.message;
};

test("no hint is looked for that is not told", () => {
  const into = collector(1);
  const looked: unknown[] = [];
  const fields = new Proxy<Record<string, unknown>>({}, {
    getOwnPropertyDescriptor: (_, name) => void looked.push(name),
  });
  for (const name of ["ab", "ac"]) runtime.reportUnknownName(into, fields, ["ad"], undefined, "/k", name);
  expect([looked, into.found?.length]).toEqual([["ad"], 1]);
}); // prettier-ignore

test("the names of an object that have no value are absent, and are told one by one", () => {
  const absent = runtime.listAbsent(["a", "b", "c"], [undefined, null, undefined]);
  const into = collector();
  runtime.reportMissing(into, absent, undefined, "/required");
  expect(into.found).toEqual(
    ["a", "c"].map((name) => ({
      message: `"${name}" is required`,
      path: [name],
      keyword: "required",
      keywordLocation: "/required",
    })),
  );
}); // prettier-ignore

describe("an unknown name is told with the nearest of the known", () => {
  const known = ["api_token", "quota", "id"];
  test.each<[name: string, hint: string]>([
    ["api_tokn", '; did you mean "api_token"?'],
    ["qouta", '; did you mean "quota"?'],
    ["QUOTA", '; did you mean "quota"?'],
    ["quotas", '; did you mean "quota"?'],
    ["uota", '; did you mean "quota"?'],
    ["quoota", '; did you mean "quota"?'],
    ["apitoken", '; did you mean "api_token"?'],
    ["aip_tkoen", '; did you mean "api_token"?'],
    ["tokne_api", ""],
    ["ix", '; did you mean "id"?'],
    ["zebra", ""],
    ["xy", ""],
    ["", ""],
    ["a".repeat(10_000), ""],
  ])("%s", (name, hint) => expect(told(name, known)).toBe(`is not a known property${hint}`));

  test("the nearer one, however late it comes", () => {
    expect(told("status", ["stats", "state", "statuz"])).toContain('"stats"');
    expect(told("statuses", ["stats", "statuse"])).toContain('"statuse"');
  });

  test("not one that the object has", () => {
    expect(told("statz", ["stats", "state"], { stats: 1 })).toContain('"state"');
    expect(told("tostring", ["toString"])).toContain('"toString"');
  });

  test("an absent one is none", () => {
    expect(told("quotas", known, { quotas: undefined })).toContain("quota");
  });

  test("none, where none of the known is absent", () => {
    const into = collector();
    runtime.reportUnknownName(into, { quotas: 1 }, undefined, undefined, "/k", "quotas");
    expect(into.found).toEqual([
      {
        message: "is not a known property",
        path: ["quotas"],
        keyword: "additionalProperties",
        keywordLocation: "/k",
      },
    ]);
  });

  test("one of whose first two letters is one of its first two, large or small", () => {
    const hints = ["xatus", "sxatus", "tsatus", "atatus", "xyatus"].map((name) => told(name, ["Status"]));
    expect(hints.map((hint) => hint?.includes("Status"))).toEqual([false, true, true, true, false]);
  });

  test("neither of one letter nor for one", () => {
    expect(told("b", ["a", "ab"])).not.toContain("did you mean");
    expect(told("ab", ["a"])).not.toContain("did you mean");
  });

  test("long names are compared to their ends", () => {
    const long = "ab".repeat(60);
    const names = [`${long.slice(0, 118)}xy`, `${long.slice(0, 119)}y`];
    expect(told(long, names)).toContain(`"${names[1]}"`);
  });
});

test("a pair of functions is a Standard Schema", () => {
  const issues = [issue("type")];
  const schema = runtime.standardSchema(
    (value): value is string => typeof value === "string",
    () => issues,
  )["~standard"];
  expect([schema.version, schema.vendor]).toEqual([1, "openapi-proof"]);
  expect([schema.validate("a"), schema.validate(1)]).toEqual([{ value: "a" }, { issues }]);
});
