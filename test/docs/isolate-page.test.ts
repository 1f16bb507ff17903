import { describe, expect, it } from "vitest";
import { isolatePage, PageError } from "../../scripts/docs/isolate-page.js";

const full = "https://cdn.redoc.ly/redoc/logo-mini-full.svg";
const mini = "https://cdn.redoc.ly/redoc/logo-mini.svg";
const page = `<head>\n  <meta charset="utf8" />\n</head><script>src:e?\`${full}\`:\`${mini}\`</script>`;

describe("the page", () => {
  const isolated = isolatePage(page);

  it("has no address of another host left", () => expect(isolated).not.toContain("cdn.redoc.ly"));

  it("has a policy before anything that the policy is about", () => {
    const [before = "", after = ""] = isolated.split("Content-Security-Policy");
    expect(before).toBe('<head>\n  <meta charset="utf8" />\n  <meta http-equiv="');
    expect(after).toMatch(/^" content="default-src 'none'; [^"]+">\n<\/head>/);
  });

  it("still names its maker, without ending the script or the string that the logo stands in", () => {
    const logos = isolated.match(/`data:image\/svg\+xml,[^`$<\\]+`/g) ?? [];
    expect(logos.map((logo) => decodeURIComponent(logo))).toEqual([
      expect.stringContaining(">Redocly</text>"),
      expect.stringContaining(">R</text>"),
    ]);
  });

  it.each([
    ["no head", page.replace('<meta charset="utf8" />', "")],
    ["no logo", page.replace(full, "")],
    ["a logo in two places", `${page}${mini}`],
  ])("is refused with %s", (_, html) => expect(() => isolatePage(html)).toThrow(PageError));
});
