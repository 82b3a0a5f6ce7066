// Opens pages in Chromium as readers do: light and dark, wide and narrow.

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const SCHEMES = ["light", "dark"];
const WIDTHS = [1280, 360];
const NARROWEST = 320;
const AT_ONCE = 2;

// What stands out to the right of the window and cannot be scrolled to inside its own frame.
function overflow() {
  const wide = document.documentElement.scrollWidth;
  if (wide <= window.innerWidth) return null;
  const scrolls = (element) => element && (/auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  const guilty = [...document.body.querySelectorAll("*")].filter((element) =>
    element.getBoundingClientRect().right > window.innerWidth + 0.5 && !scrolls(element.parentElement));
  const names = guilty.slice(-3).map((element) => `<${element.tagName.toLowerCase()} class="${element.getAttribute("class") ?? ""}">`);
  return `is ${wide} wide: ${names.join(", ")}`;
}

async function axeFaults(tab) {
  await tab.evaluate(axe);
  const { violations, passes } = await tab.evaluate(
    (tags) => window.axe.run(document, {
      runOnly: { type: "tag", values: tags },
      rules: { "target-size": { enabled: true } },
      resultTypes: ["violations"],
      preload: false,
    }),
    TAGS,
  );
  if (passes.length === 0) throw new Error("axe looked at nothing");
  return violations.flatMap((violation) => violation.nodes.slice(0, 3).map((node) =>
    `${violation.id}: ${node.html.slice(0, 160)} ${(node.any[0] ?? node.all[0] ?? node.none[0])?.message ?? ""}`));
}

async function pageFaults(tab, site, page) {
  const found = new Set();
  const address = pathToFileURL(join(site.directory, page.path)).href;
  const own = pathToFileURL(join(site.directory, page.root)).href;
  const onRequest = (request) => {
    if (!request.url().startsWith(`${own}/`)) found.add(`asks for ${request.url()}`);
  };
  const onFailure = (request) => found.add(`could not load ${request.url()}`);
  const onConsole = (message) => {
    if (["error", "warn", "warning"].includes(message.type())) found.add(`complains: ${message.text()}`);
  };
  tab.on("request", onRequest).on("requestfailed", onFailure).on("console", onConsole);
  for (const scheme of SCHEMES) {
    await tab.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    await tab.setViewport({ width: WIDTHS[0], height: 900 });
    await tab.goto(address, { waitUntil: "load" });
    for (const width of WIDTHS) {
      await tab.setViewport({ width, height: 900 });
      for (const fault of await axeFaults(tab)) found.add(`${scheme}, ${width} wide: ${fault}`);
    }
  }
  for (const width of [NARROWEST, ...WIDTHS]) {
    await tab.setViewport({ width, height: 900 });
    const fault = await tab.evaluate(overflow);
    if (fault) found.add(`at ${width} ${fault}`);
  }
  tab.off("request", onRequest).off("requestfailed", onFailure).off("console", onConsole);
  return [...found].map((fault) => `${page.path} ${fault}`);
}

// Opens a browser, and gives it to what is to be done with it.
export async function withBrowser(work) {
  const profile = mkdtempSync(join(tmpdir(), "rapor-chromium-"));
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    userDataDir: profile,
    args: [
      "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync",
    ],
  });
  try {
    return await work(browser);
  } finally {
    await browser.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

export async function browserFaults(browser, site, pages) {
  const faults = [];
  const waiting = [...pages];
  const work = async () => {
    const tab = await browser.newPage();
    for (let page = waiting.shift(); page; page = waiting.shift()) faults.push(...(await pageFaults(tab, site, page)));
    await tab.close();
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, pages.length) }, work));
  return faults.sort();
}
