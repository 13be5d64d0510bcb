import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findChromium } from "../../testing/find-chromium.ts";
import { EVIL, hostileDocument, hostileExchanges } from "../../testing/hostile.ts";
import { render } from "../../testing/render.ts";
import { exchange, things } from "../../testing/things.ts";

declare global {
  interface Window {
    /** In the page, once it has been put there. */
    readonly axe: typeof axe;
  }
}

const executablePath = findChromium(process.env);
if (executablePath === undefined) {
  process.stderr.write(
    "No Chromium was found, so the page is not tried in a browser. CHROMIUM_PATH says where one is.\n",
  );
}

const args = [
  ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  ["--disable-background-networking", "--disable-component-update", "--disable-sync"],
].flat();

/** One of each state, so that there is something to look for. */
const exchanges = [
  exchange({ body: "Name=abc&Kind=a", path: "/things/T1?Dry=true", response: { name: "abc", size: 9 } }),
  exchange({ body: "Name=abcd", status: 400, target: "sandbox" }),
  exchange({ body: "Name=abcd" }),
  exchange({ body: "Kind=b&Other=1" }),
];
const gaps = [{ points: "test/UpdateThing/200/body/size:null", reason: "Nothing has ever no size." }];

describe.skipIf(executablePath === undefined)("the page, in a browser", () => {
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "earmark-page-"));
    const write = (name: string, text: string): Promise<void> => writeFile(join(folder, name), text);
    await Promise.all([
      write("things.html", (await render(things, exchanges, { gaps })).page),
      write("hostile.html", (await render(hostileDocument, hostileExchanges)).page),
    ]);
    browser = await chromium.launch({ args, ...(executablePath !== undefined && { executablePath }) });
  });
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true });
  });

  interface Opened {
    readonly page: Page;
    /** What the page asked for, but itself, and what it complained of. */
    readonly noise: string[];
  }

  /** Opens a page for one test, as in a new profile. */
  const opened = test.extend<{
    open: (name?: string, options?: Parameters<Browser["newContext"]>[0]) => Promise<Opened>;
  }>({
    // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern what a fixture needs.
    open: async ({}, use) => {
      const closing: (() => Promise<void>)[] = [];
      const all: string[][] = [];
      await use(async (name = "things.html", options = {}) => {
        const context = await browser.newContext(options);
        closing.push(() => context.close());
        // Sooner than the test, to say what it was that did not come.
        context.setDefaultTimeout(10_000);
        const page = await context.newPage();
        const noise: string[] = [];
        page.on("request", (request) => {
          if (!request.isNavigationRequest()) noise.push(`request ${request.url()}`);
        });
        page.on("console", (message) => noise.push(`console ${message.text()}`));
        page.on("pageerror", (error) => noise.push(`error ${error.message}`));
        await page.goto(pathToFileURL(join(folder, name.split("#")[0] ?? "")).href + (/#.*/.exec(name)?.[0] ?? ""));
        all.push(noise);
        return { page, noise };
      });
      for (const close of closing) await close();
      expect(all.flat(), "what a page asked for or complained of").toEqual([]);
    },
  });

  const shown = (page: Page): Promise<readonly string[]> =>
    page.$$eval(".chip", (chips) => chips.filter((chip) => chip.checkVisibility()).map((chip) => chip.id));

  opened("shows every coverage item of every operation, and opens what is not done", async ({ open }) => {
    const { page } = await open();
    const { report } = await render(things, exchanges, { gaps });
    const ids = await page.$$eval(".operation .chip", (chips) => chips.map(({ id }) => id));
    expect(ids.toSorted()).toEqual(report.operations.flatMap(({ items }) => items.map(({ id }) => id)).toSorted());
    expect(
      await page.$$eval("details.group[open] summary b", (titles) => titles.map((each) => each.textContent)),
    ).toContain("Body");
    expect(await page.locator("#gaps").textContent()).toContain("Nothing has ever no size.");
  });

  opened("finds coverage items by words, state and dimension, and says how many", async ({ open }) => {
    const { page } = await open();
    const count = page.locator("output");
    await page.getByRole("searchbox").fill("NAME maxlength");
    await expect.poll(() => count.textContent()).toBe("2 coverage items");
    expect(await shown(page)).toEqual([
      "test/UpdateThing/body/Name:maxLength=3",
      "test/UpdateThing/body/Name:maxLength!3",
    ]);
    await page.getByRole("combobox", { name: "State" }).selectOption("observed");
    await page.getByRole("searchbox").fill("");
    await expect.poll(() => shown(page)).toContain("test/UpdateThing/body/Kind:enum=b");
    expect(await page.$$eval(".chip:not(.observed)", (chips) => chips.some((chip) => chip.checkVisibility()))).toBe(
      false,
    );
    await page.getByRole("button", { name: "Clear" }).click();
    await page.getByRole("combobox", { name: "Dimension" }).selectOption("examples");
    await expect.poll(() => count.textContent()).toBe("3 coverage items");
    await page.getByRole("combobox", { name: "Target" }).selectOption("by mock alone");
    await expect.poll(() => count.textContent()).toBe("3 coverage items");
    await page.getByRole("combobox", { name: "Target" }).selectOption("by sandbox");
    await page.getByRole("combobox", { name: "Dimension" }).selectOption("keywords");
    await expect.poll(() => count.textContent()).toBe("1 coverage item");
    await page.getByRole("searchbox").fill("nothing is called this");
    await expect.poll(() => count.textContent()).toBe("0 coverage items");
    expect(await count.getAttribute("aria-live")).toBe("polite");
  });

  opened("says what is known about a coverage item, and has a link to it", async ({ open }) => {
    const { page } = await open();
    const chip = page.locator('[id="test/UpdateThing/body/Name:maxLength!3"]');
    await chip.click();
    const panel = page.locator("section.panel");
    expect(await panel.textContent()).toContain("Name of 4 characters, beyond the most allowed, is refused.");
    expect(await panel.textContent()).toContain("Exchanges that prove it: mock 0 of 1, sandbox 1 of 1.");
    expect(await panel.locator("pre").first().textContent()).toContain("Name=abcd");
    expect(await panel.textContent()).not.toContain(btoa("user:secret"));
    expect(decodeURIComponent(new URL(page.url()).hash)).toBe("#test/UpdateThing/body/Name:maxLength!3");
    await page.keyboard.press("Escape");
    expect(await panel.count()).toBe(0);
    expect(page.url()).not.toContain("#");
  });

  opened("opens at the point that its hash names, even where a filter hides it", async ({ open }) => {
    const { page } = await open("things.html#test/UpdateThing/200/body/size:null");
    const chip = page.locator('[id="test/UpdateThing/200/body/size:null"]');
    expect(await page.locator("section.panel .excuse").textContent()).toBe("Nothing has ever no size.");
    await expect.poll(() => chip.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.getByRole("searchbox").fill("kind");
    await expect.poll(() => chip.isVisible()).toBe(false);
    await page.evaluate(() => {
      location.hash = "test/UpdateThing/200/body/size:maximum=9";
    });
    await expect.poll(() => page.locator("section.panel .sentence").textContent()).toContain("size of 9");
    expect(await page.getByRole("searchbox").inputValue()).toBe("");
  });

  opened.for(["things.html", "hostile.html"])("has a link to every coverage item of %s", async (name, { open }) => {
    const { page } = await open(name);
    const wrong = await page.$$eval(".chip", async (chips) => {
      const failed: string[] = [];
      for (const chip of chips) {
        const changed = new Promise((resolve) => window.addEventListener("hashchange", resolve, { once: true }));
        location.hash = chip.getAttribute("href") ?? "";
        await changed;
        const sentence = document.querySelector("section.panel .sentence")?.textContent;
        if (!sentence?.startsWith(chip.getAttribute("title") ?? "?")) failed.push(chip.id);
      }
      return failed;
    });
    expect(wrong).toEqual([]);
  });

  opened("can be used without a mouse", async ({ open }) => {
    const { page } = await open();
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.id ?? "");
    await page.keyboard.press("n");
    await expect.poll(focused).not.toBe("");
    const first = await focused();
    await page.keyboard.press("n");
    await expect.poll(focused).not.toBe(first);
    await page.keyboard.press("p");
    await expect.poll(focused).toBe(first);
    expect(await page.locator("section.panel").count()).toBe(1);
    await page.keyboard.press("Escape");
    expect(await page.locator("section.panel").count()).toBe(0);
    await page.keyboard.press("/");
    await page.keyboard.type("tn/p");
    expect(await page.getByRole("searchbox").inputValue()).toBe("tn/p");
    await page.keyboard.press("Escape");
    await expect.poll(() => page.getByRole("searchbox").inputValue()).toBe("");
  });

  opened("runs nothing that comes with a document or from the wire", async ({ open }) => {
    const { page, noise } = await open("hostile.html");
    await page.$$eval(".chip", async (chips) => {
      for (const chip of chips) {
        if (chip instanceof HTMLElement) chip.click();
        await new Promise((resolve) => setTimeout(resolve));
      }
    });
    expect(await page.locator("section.panel").count()).toBe(1);
    expect(await page.evaluate(() => "hacked" in window)).toBe(false);
    expect(await page.locator("img, body title, body style").count()).toBe(0);
    expect(noise).toEqual([]);
    expect(await page.locator(".operation h3").textContent()).toContain(EVIL);
    expect(await page.content()).not.toContain("geheim");
    // What would slip through could not run either.
    await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "window.hacked = 1";
      document.body.append(script);
    });
    expect(await page.evaluate(() => "hacked" in window)).toBe(false);
    expect(noise.splice(0).join()).toContain("Content Security Policy");
  });

  const looks = [
    { colorScheme: "light", viewport: { width: 1280, height: 800 } },
    { colorScheme: "dark", viewport: { width: 320, height: 640 } },
  ] as const;
  opened.for(looks)("is accessible in $colorScheme, $viewport.width pixels wide", async (look, { open }) => {
    const { page } = await open("things.html#test/UpdateThing/body/Name:maxLength!3", look);
    await page.$$eval("details", (all) => {
      for (const each of all) each.setAttribute("open", "");
    });
    await page.evaluate(`${axe.source}; 0`);
    const { violations } = await page.evaluate(() => window.axe.run());
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(look.viewport.width);
  });
});
