// A real Chromium, driven by playwright-core; what is used of it, as types.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { peer } from "./peers.ts";

export interface Page {
  goto(address: string): Promise<unknown>;
  evaluate<T>(what: string): Promise<T>;
  addInitScript(script: string): Promise<void>;
  on(event: "pageerror" | "request", heard: (what: { message: string; url(): string }) => void): void;
  fill(selector: string, text: string): Promise<void>;
  selectOption(selector: string, value: string): Promise<unknown>;
  click(selector: string, options?: { position: { x: number; y: number } }): Promise<void>;
  press(selector: string, key: string): Promise<void>;
  textContent(selector: string): Promise<string | null>;
  screenshot(options?: { path?: string }): Promise<Buffer>;
  close(): Promise<void>;
}

export interface PageOptions {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: "light" | "dark";
  readonly javaScriptEnabled?: boolean;
}

interface Browser {
  newPage(options?: PageOptions): Promise<Page>;
  close(): Promise<void>;
}

/** Hands `use` a way to open files; faults of scripts, and what is asked for beyond the file itself, fail what it does. */
export async function inBrowser(
  use: (open: (file: string, options?: PageOptions) => Promise<Page>) => Promise<void>,
): Promise<void> {
  const { chromium } = createRequire(import.meta.url)(peer("playwright-core") ?? "");
  const browser: Browser = await chromium.launch({
    executablePath: spawnSync("sh", ["-c", `command -v ${peer("chromium")}`], {
      encoding: "utf8",
    }).stdout.trim(),
    args: ["--no-sandbox"],
  });
  const wrong: string[] = [];
  try {
    await use(async (file, options = {}) => {
      const page = await browser.newPage(options);
      const address = pathToFileURL(file).href;
      page.on("pageerror", ({ message }) => wrong.push(message));
      page.on("request", (request) => {
        if (request.url() !== address) wrong.push(`asks for ${request.url()}`);
      });
      await page.goto(address);
      return page;
    });
  } finally {
    await browser.close();
  }
  if (wrong.length > 0) throw new Error(wrong.join("\n"));
}
