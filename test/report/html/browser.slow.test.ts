// The page in a real Chromium: what its script does, how it looks, and that it asks nobody for anything.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { inBrowser, type Page, type PageOptions } from "../../support/browser.ts";
import { arkitekt, cleanModule, makeGated } from "../../support/gated.ts";
import { withoutPeers } from "../../support/peers.ts";
import type { Files, TestRepo } from "../../support/repo.ts";
import { suite } from "../../support/suite.ts";

const test = suite("the page in a browser");
const missing = withoutPeers("chromium", "playwright-core");

type Open = (file: string, options?: PageOptions) => Promise<Page>;

function inChromium(title: string, use: (open: Open) => Promise<void>): void {
  if (missing !== undefined) test.skip(title, missing);
  else test(title, () => inBrowser(use));
}

function pageOf(repo: TestRepo): string {
  assert.is(arkitekt(repo, ["report", "-o", "report.html"]).code, 0);
  return join(repo.dir, "report.html");
}

function smallTree(): string {
  const repo = makeGated({
    "A/a.lua": `local b = require("b")\n${cleanModule}`,
    "A/b.lua": `local c = require("c")\n${cleanModule}`,
    "A/c.lua": cleanModule,
    "A/alone.lua": cleanModule,
  });
  repo.commit("[AB-1] Break", { "A/d.lua": "local = 1\n", "A/</script> & é.lua": cleanModule });
  return pageOf(repo);
}

inChromium("findings are searched and chosen, and counted", async (open) => {
  const page = await open(smallTree());
  const shown = () => page.textContent("#shown");
  assert.match((await shown()) ?? "", /^(\d+) of \1$/);
  await page.fill("#search", "lua-parse");
  assert.match((await shown()) ?? "", /^1 of \d+$/);
  await page.fill("#search", "no such word");
  assert.match((await shown()) ?? "", /^0 of \d+$/);
  await page.press("#search", "Escape");
  await page.selectOption("select[name=rule]", "lua-parse");
  assert.match((await shown()) ?? "", /^1 of \d+$/);
  await page.press("body", "/");
  assert.is(await page.evaluate("document.activeElement.id"), "search");
});

inChromium("the graph tells neighbours, the way between two, and lets go by the keyboard", async (open) => {
  const page = await open(smallTree());
  const said = () => page.textContent("#graph-said");
  const ask = async (field: string, text: string) => {
    await page.fill(field, text);
    await page.press(field, "Enter");
  };
  await ask("#from", "b");
  assert.is(await said(), "b requires c. It is required by a.");
  await ask("#from", "a");
  await ask("#to", "A/c.lua");
  assert.is(await said(), "a → b → c");
  await ask("#to", "alone");
  assert.is(await said(), "a does not lead to alone");
  const drawn = () => page.evaluate<string>("document.querySelector('#graph').toDataURL()");
  const marked = await drawn();
  await page.press("#graph", "Escape");
  assert.is(await said(), "");
  const all = await drawn();
  assert.is.not(marked, all);
  for (const key of ["+", "ArrowLeft"]) await page.press("#graph", key);
  assert.is.not(await drawn(), all);
  await page.press("#graph", "0");
  assert.is(await drawn(), all);
  await page.click("#theme");
  assert.is.not(await drawn(), all, "the other colours");
});

inChromium("light, dark, narrow and without a script, all of it can be read", async (open) => {
  const file = smallTree();
  const wide = { width: 1280, height: 900 };
  const paper = (page: Page) => page.evaluate<string>("getComputedStyle(document.body).backgroundColor");
  const light = await open(file, { viewport: wide });
  const dark = await open(file, { viewport: wide, colorScheme: "dark" });
  assert.is.not(await paper(light), await paper(dark));
  for (const width of [1280, 380]) {
    const page = await open(file, { viewport: { width, height: 800 } });
    assert.is(await page.evaluate("document.documentElement.scrollWidth"), width, "nothing sticks out");
  }
  const still = await open(file, { javaScriptEnabled: false });
  const text = (await still.textContent("body")) ?? "";
  for (const said of ["lua-parse", "A/</script> & é.lua", "alone"]) assert.match(text, said);
  assert.is(await still.evaluate("getComputedStyle(document.querySelector('#graph')).display"), "none");
});

/** 2,400 modules in sixty folders, each of which requires three before it. */
function manyModules(): Files {
  const name = (at: number) => `f${at % 60}.m${at}`;
  const text = (at: number) =>
    `${[1, 61, 7].map((back) => (at < back ? "" : `local m${back} = require("${name(at - back)}")\n`)).join("")}${cleanModule}`;
  return Object.fromEntries(
    Array.from({ length: 2400 }, (_, at) => [`A/${name(at).replace(".", "/")}.lua`, text(at)]),
  );
}

inChromium("2,400 modules fill the drawing, and a click means the nearest", async (open) => {
  const file = pageOf(makeGated(manyModules()));
  const page = await open(file, { viewport: { width: 1280, height: 900 } });
  const [, data = ""] = /id="graph-data">(.*?)<\/script>/s.exec(readFileSync(file, "utf8")) ?? [];
  const { nodes, width, height } = JSON.parse(data);
  assert.is(nodes.length, 2400);
  assert.ok(width / height > 1 && width / height < 3, `${width} × ${height}`);
  // Where a module stands on the canvas: the drawing fits what is right of the names and below them.
  const [canvasWidth, canvasHeight] = await page.evaluate<[number, number]>(
    "[document.querySelector('#graph').clientWidth, document.querySelector('#graph').clientHeight]",
  );
  const [wide, high] = [canvasWidth - 128, canvasHeight - 28];
  const scale = Math.min(wide / width, high / height, 2);
  for (const at of [0, 1234, 2399]) {
    const [name, , x, y] = nodes[at];
    await page.click("#graph", {
      position: {
        x: 120 + (wide - width * scale) / 2 + x * scale + 1,
        y: 20 + (high - height * scale) / 2 + y * scale + 1,
      },
    });
    assert.match((await page.textContent("#graph-said")) ?? "", `${name} requires `);
  }
});
