import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Locator, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listParagraphs, listSchemaTexts, readDocument } from "./expected-texts.js";
import { findChromium } from "./find-chromium.js";

const SCREENSHOT = "test/docs/reference.png";
const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"];

const page = pathToFileURL("docs/index.html").href;
const document = await readDocument();
const browser = await chromium.launch({ executablePath: findChromium(), args: FLAGS });
afterAll(() => browser.close());

/** What the page asked for and complained about, from the first test to the last. */
const requests: string[] = [];
const complaints: string[] = [];

type Look = { readonly width: number; readonly colorScheme: "light" | "dark" };

async function openPage(hash: string, { width, colorScheme }: Partial<Look> = {}): Promise<Page> {
  const viewport = { width: width ?? 1440, height: 900 };
  const tab = await browser.newPage({ viewport, colorScheme: colorScheme ?? "light" });
  tab.on("request", (request) => requests.push(request.url()));
  tab.on("pageerror", (error) => complaints.push(error.message));
  tab.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  await tab.goto(`${page}${hash}`);
  return tab;
}

/** What is not on the page where a reader can see it. */
async function findMissing(tab: Page, texts: readonly string[]): Promise<string[]> {
  const shown = squeeze(await tab.locator("body").innerText());
  return texts.filter((text) => !shown.includes(squeeze(text)));
}

function squeeze(text: string): string {
  return text.replaceAll(/[\s\u200B]+/g, "");
}

const operations = Object.values(document.paths).flatMap((path) => Object.values(path));

/** Whether all of it is in the window. */
async function isInView(element: Locator): Promise<boolean> {
  const box = await element.boundingBox();
  const { height = 0, width = 0 } = element.page().viewportSize() ?? {};
  return box !== null && box.y >= 0 && box.y + box.height <= height && box.x + box.width <= width;
}

describe("the first view", () => {
  it("says what the API is, where it is and what can be done", async () => {
    const { info, servers, tags, paths } = document;
    const tab = await openPage("");
    const texts = [info.title, info.summary, ...listParagraphs(info.description), ...Object.keys(paths)];
    const rest = [
      ...servers.map(({ url }) => url),
      ...tags.flatMap(({ description }) => listParagraphs(description)),
    ];
    await expect.poll(() => findMissing(tab, [...texts, ...rest])).toEqual([]);
    await tab.close();
  });

  it("shows how to install the client and every operation, before anybody scrolls", async () => {
    const tab = await openPage("");
    const command = tab.getByText(/npm install \.\/jetemail-client-|npm install jetemail-client/);
    await command.first().waitFor();
    expect(await isInView(command.first())).toBe(true);
    const links = operations.map(({ operationId }) => tab.getByRole("link", { name: operationId }).first());
    expect(await Promise.all(links.map(isInView))).toEqual(links.map(() => true));
    const paths = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()}${path}`),
    );
    await expect.poll(() => findMissing(tab, paths)).toEqual([]);
    await tab.close();
  });

  it.each(operations)("has a link that leads to $operationId", async ({ operationId, summary }) => {
    const tab = await openPage("");
    await tab.getByRole("link", { name: operationId }).first().click();
    await expect.poll(() => tab.getByRole("heading", { name: summary }).count()).toBeGreaterThan(0);
    await tab.close();
  });

  it("leads to an operation", async () => {
    const tab = await openPage("");
    await tab.getByRole("listitem").getByText("Transactional keys").first().click();
    await tab.getByRole("listitem").getByText("Update a transactional key").first().click();
    await expect.poll(() => tab.url()).toMatch(/#\/transactional-keys\/updatetransactionalkey$/);
    await tab.close();
  });

  it("finds a field", async () => {
    const tab = await openPage("");
    await tab.getByText("Search").first().click();
    await tab.keyboard.type("quota");
    await expect
      .poll(() => findMissing(tab, ["request fields → quota", "Update a transactional key"]))
      .toEqual([]);
    await tab.close();
  });
});

describe.each(operations)("$operationId", (operation) => {
  const id = `transactional-keys/${operation.operationId.toLowerCase()}`;
  let tab: Page;
  let section: Locator;
  beforeAll(async () => {
    tab = await openPage(`#/${id}`);
    section = tab.locator(`[id="${id}"]`);
    await section.getByRole("heading", { name: operation.summary }).first().waitFor();
  });
  afterAll(() => tab.close());

  it("says what it does and who may do it", async () => {
    await section.getByRole("button", { name: "View security details" }).click();
    const schemes = Object.values(document.components.securitySchemes).flatMap((scheme) =>
      listParagraphs(scheme.description),
    );
    const body = operation.requestBody?.description ?? [];
    const texts = [operation.summary, body, listParagraphs(operation.description), schemes].flat();
    await expect.poll(() => findMissing(tab, texts)).toEqual([]);
    await tab.keyboard.press("Escape");
  });

  const media = Object.values(operation.requestBody?.content ?? {});
  it.each(media.flatMap(({ schema }) => schema.oneOf ?? [schema]))(
    "shows the fields of: $title",
    async (schema) => {
      const alternative = section.getByRole("tab", { name: schema.title ?? "" });
      if (schema.title !== undefined && (await alternative.count()) > 0) await alternative.click();
      await unfoldPatterns(section);
      await expect.poll(() => findMissing(tab, listSchemaTexts(schema))).toEqual([]);

      const allowed = Object.entries(schema.properties ?? {}).flatMap(([name, field]) =>
        field === false ? [] : name,
      );
      const shown = await section.locator('[id$="/request/body"] .schema-name').allInnerTexts();
      expect(shown.filter((name) => !name.endsWith("[i]"))).toEqual(allowed);
    },
  );

  it.each(Object.entries(operation.responses))("shows the answer %s", async (status, answer) => {
    await section.getByRole("tab", { name: status, exact: true }).click();
    const headers = Object.entries(answer.headers ?? {}).flatMap(([name, header]) => [
      name,
      header.description ?? "",
    ]);
    // Redocly has no place for the description of a whole body.
    const bodies = Object.values(answer.content).map(({ schema }) => ({ ...schema, description: "" }));
    const texts = [answer.description, ...headers, ...bodies.flatMap(listSchemaTexts)];
    await expect.poll(() => findMissing(tab, texts)).toEqual([]);
  });

  // Where the author wrote none, the pipeline does: test/docs/samples.test.ts has its words.
  const made = [
    { label: "TypeScript", source: `.${operation.operationId}(` },
    { label: "curl", source: "curl" },
  ];
  it.each(operation["x-codeSamples"] ?? made)("has a sample in $label", async ({ label, source }) => {
    await chooseLanguage(section, label);
    await expect.poll(() => findMissing(tab, [source])).toEqual([]);
  });

  it.each(media.flatMap(({ examples }) => Object.values(examples ?? {})))(
    "has the example: $summary",
    async (example) => {
      await chooseLanguage(section, "Payload");
      await section.getByRole("button", { name: "Example" }).click();
      await tab.getByRole("menuitem", { name: example.summary }).click();
      await expect.poll(() => findMissing(tab, [JSON.stringify(example.value)])).toEqual([]);
    },
  );
});

describe.each([
  { width: 1440, colorScheme: "light", ink: "dark" },
  { width: 1440, colorScheme: "dark", ink: "bright" },
  { width: 420, colorScheme: "light", ink: "dark" },
  { width: 420, colorScheme: "dark", ink: "bright" },
] as const)("a window of $width pixels, $colorScheme", ({ width, colorScheme, ink }) => {
  it("shows an operation in it, without scrolling sideways", async () => {
    const tab = await openPage("#/transactional-keys/createtransactionalkey", { width, colorScheme });
    const heading = tab.getByRole("heading", { name: "Create a transactional key" }).first();
    await heading.waitFor();
    expect((await heading.boundingBox())?.width).toBeGreaterThan(200);
    expect(await tab.evaluate(() => globalThis.document.documentElement.scrollWidth)).toBe(width);
    const color = await heading.evaluate((element) => getComputedStyle(element).color);
    const [red = 0] = (color.match(/\d+/g) ?? []).map(Number);
    expect(red < 128 ? "dark" : "bright").toBe(ink);
    await tab.close();
  });
});

describe.each([
  { width: 420, colorScheme: "light" },
  { width: 420, colorScheme: "dark" },
] as const)("the first view in $width pixels, $colorScheme", (look) => {
  it("breaks no name and no line outside of the window", async () => {
    const tab = await openPage("", look);
    const link = tab.getByRole("link", { name: "updateTransactionalKey" }).first();
    await link.waitFor();
    expect((await link.boundingBox())?.height).toBeLessThan(30);
    expect(await tab.evaluate(() => globalThis.document.documentElement.scrollWidth)).toBe(look.width);
    await tab.close();
  });
});

describe.each(["light", "dark"] as const)("on paper, from a %s screen", (colorScheme) => {
  it("an operation is dark on white, whole, and without what is for the screen", async () => {
    const tab = await openPage("#/transactional-keys/rotatetransactionalkey", { width: 794, colorScheme });
    const heading = tab.getByRole("heading", { name: "Rotate the token of a transactional key" }).first();
    await heading.waitFor();
    await tab.emulateMedia({ media: "print" });
    await tab.evaluate(() => dispatchEvent(new Event("beforeprint")));
    const color = await heading.evaluate((element) => getComputedStyle(element).color);
    expect(Number(color.match(/\d+/)?.[0])).toBeLessThan(128);
    const forScreens = ["Copy", "View security details", "Search"].map((text) =>
      tab.getByText(text, { exact: true }).filter({ visible: true }).count(),
    );
    expect(await Promise.all(forScreens)).toEqual([0, 0, 0]);
    // Paper does not scroll: what an inner element cuts off is lost.
    const height = await tab.locator("main").evaluate((main) => [main.scrollHeight, main.clientHeight]);
    expect(height[0]).toBe(height[1]);
    await tab.evaluate(() => dispatchEvent(new Event("afterprint")));
    const classes = await tab.evaluate(() => globalThis.document.documentElement.className);
    expect(classes).toContain(colorScheme);
    await tab.close();
  });
});

it("the README shows the page as it is", async () => {
  const tab = await openPage("#/transactional-keys/updatetransactionalkey");
  await tab.getByRole("heading", { name: "Update a transactional key" }).first().waitFor();
  const screenshot = await tab.screenshot();
  if (process.env["UPDATE_SCREENSHOT"] !== undefined) await tab.screenshot({ path: SCREENSHOT });
  const kept = await readFile(SCREENSHOT);
  // Width and height of a PNG, https://www.w3.org/TR/png-3/#11IHDR: pixels differ with the fonts of a machine.
  expect(kept.subarray(16, 24)).toEqual(screenshot.subarray(16, 24));
  expect(kept.length).toBeLessThan(200_000);
  await tab.close();
});

/** A long pattern is cut short until its button is pressed, which then says "Hide pattern". */
async function unfoldPatterns(section: Locator): Promise<void> {
  const folded = section.getByRole("button", { name: "Show pattern" });
  if ((await folded.count()) === 0) return;
  await folded.first().click();
  await unfoldPatterns(section);
}

async function chooseLanguage(section: Locator, label: string): Promise<void> {
  await section.getByRole("button", { name: /^(?:TypeScript|curl|Payload)$/ }).click();
  await section.page().getByRole("menuitem", { name: label, exact: true }).click();
}

describe("the page of another document", () => {
  let other: string;
  beforeAll(async () => {
    other = await mkdtemp(join(tmpdir(), "reference-"));
    const command = [
      "scripts/start.mjs",
      "docs",
      "--spec",
      "test/cases/version-3.0/openapi.yaml",
      "--out",
      other,
    ];
    spawnSync(process.execPath, command, { stdio: ["ignore", "ignore", "inherit"] });
  });
  afterAll(() => rm(other, { recursive: true }));

  it("has samples for an operation that shows none", async () => {
    const tab = await browser.newPage();
    await tab.goto(pathToFileURL(join(other, "index.html")).href);
    await tab.getByText("/pets/{petId}").first().waitFor();
    await expect.poll(() => findMissing(tab, ["replace-pet", "getPetsPetId"])).toEqual([]);
    await tab.goto(`${pathToFileURL(join(other, "index.html")).href}#/other/replace-pet`);
    await tab.getByRole("button", { name: "TypeScript" }).first().waitFor();
    await expect
      .poll(() => findMissing(tab, ['client["replace-pet"]({', 'body: { kind: "cat" }']))
      .toEqual([]);
    await tab.close();
  });
});

describe("after all that", () => {
  it("the page has asked no host for anything", () => {
    expect(requests.length).toBeGreaterThan(0);
    expect(requests.filter((url) => !url.startsWith("blob:") && !url.startsWith(page))).toEqual([]);
  });

  it("the page has not complained", () => expect(complaints).toEqual([]));
});
