import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import * as assert from "uvu/assert";
import { arkitekt, cleanModule, makeGated } from "../../support/gated.ts";
import { makeFolder } from "../../support/repo.ts";
import { suite } from "../../support/suite.ts";

const test = suite("the page in a browser");
const browser = ["chromium", "chromium-browser", "google-chrome"].find(
  (name) => spawnSync(name, ["--version"]).status === 0,
);

/** What the page is once its script has run. */
function afterScript(file: string): string {
  const place = makeFolder();
  const flags = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--virtual-time-budget=5000",
    `--user-data-dir=${place}`,
  ];
  const { stdout } = spawnSync(browser ?? "", [...flags, "--dump-dom", pathToFileURL(file).href], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  return stdout;
}

const title = "its script runs: it counts the findings that are shown, and draws the modules";
if (browser === undefined) test.skip(title, "there is no chromium on this machine");
else
  test(title, () => {
    const repo = makeGated({ "A/a.lua": `local b = require("b")\n${cleanModule}`, "A/b.lua": cleanModule });
    repo.commit("[AB-1] Break", { "A/c.lua": "local = 1\n" });
    assert.is(arkitekt(repo, ["report", "-o", "report.html"]).code, 0);
    const dom = afterScript(join(repo.dir, "report.html"));
    assert.match(dom, /<html [^>]*class="js"/);
    assert.match(dom, /<span id="shown" role="status">(\d+) of \1<\/span>/);
    assert.match(dom, /<canvas id="graph"[^>]* width="\d{3,}"/);
    const probe = join(repo.dir, "probe.html");
    const script = `<script>
      document.querySelector("#from").value = "a"; document.querySelector("#to").value = "b";
      document.querySelector("#to").dispatchEvent(new Event("change"));
      document.querySelector("#search").value = "no such word"; document.querySelector("#search").dispatchEvent(new Event("input"));
    </script>`;
    writeFileSync(probe, repo.read("report.html").toString("utf8").replace("</body>", `${script}</body>`));
    const asked = afterScript(probe);
    assert.match(asked, /<p id="graph-said" role="status">a → b<\/p>/);
    assert.match(asked, /<span id="shown" role="status">0 of \d+<\/span>/);
  });
