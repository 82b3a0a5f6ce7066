// Breaks a good page in known ways. Each must be noticed, and by the judge that is there for it.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { browserFaults, withBrowser } from "./browser.mjs";
import { markupFaults } from "./markup.mjs";
import { readSite } from "./pages.mjs";
import { staticFaults } from "./static.mjs";

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'">
<title>A good page</title>
<link rel="stylesheet" href="style.css">
</head>
<body>
<main>
<h1>A good page</h1>
<p id="words">Words that can be read, and <a href="#words">a link</a> to them.</p>
</main>
</body>
</html>
`;
const STYLE = `body { color: #222; background: #fff; font: 1rem sans-serif }
a { color: #00c }
@media (prefers-color-scheme: dark) { body { color: #eee; background: #111 } a { color: #9cf } }
`;
const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';
const GOOD = { "public/index.html": PAGE, "public/style.css": STYLE };

const inPage = (text, by) => ({ ...GOOD, "public/index.html": PAGE.replace(text, by) });
const inStyle = (rule) => ({ ...GOOD, "public/style.css": `${STYLE}${rule}\n` });
const more = (html) => inPage("</main>", `${html}</main>`);

const OFFICE = { "personnel/index.html": PAGE, "personnel/style.css": STYLE };
const SMALL = "button { width: 9px; height: 9px; padding: 0; border: 0; margin: 1px; overflow: hidden }";
const BUTTONS = "<p><button type=\"button\">a</button><button type=\"button\">b</button><button type=\"button\">c</button></p>";

// What is broken, the files, and what must be said of them.
const STATIC = [
  ["a link to nothing", more('<a href="gone.html">gone</a>'), /leads nowhere/],
  ["a link to no place in a page", more('<a href="index.html#gone">gone</a>'), /no such place/],
  ["a link to a folder", more('<a href="./">home</a>'), /leads nowhere/],
  ["a link to another root", { ...more('<a href="../personnel/index.html">o</a>'), ...OFFICE }, /leads out of its root/],
  ["a link from the server's top", more('<a href="/public/index.html">home</a>'), /has the address/],
  ["a page nobody finds", { ...GOOD, "public/lost.html": PAGE }, /lost\.html cannot be reached/],
  ["an image from elsewhere", more('<img src="https://example.org/a.png" alt="a">'), /asks for https:/],
  ["a style sheet that loads another", inStyle("@import 'https://example.org/a.css';"), /asks for @import/],
  ["a style sheet with a distant picture", inStyle("p { background: url(//example.org/a.png) }"), /asks for url/],
  ["no policy", inPage(/<meta http-equiv.*\n/, ""), /no content security policy/],
  ["a policy that lets styles in", inPage("style-src", "style-src 'unsafe-inline'"), /allows style-src/],
  ["a policy that forgets the rest", inPage("default-src 'none'; ", ""), /leaves doors open/],
  ["a style in the page", more('<p style="margin: 0">a</p>'), /has a style on <p>/],
  ["a script in the page", more("<script>void 0</script>"), /has a script in the page/],
  ["a handler in the page", more('<p onclick="void 0">a</p>'), /has onclick/],
];
const MARKUP = [
  ["a list in a paragraph", more("<p><ul><li>a</ul></p>"), /No “p” element in scope/],
  ["an id given twice", more('<p id="words">b</p>'), /Duplicate ID/],
  ["an element that does not exist", more("<blink>a</blink>"), /blink/],
];
const BROWSER = [
  ["pale text in light colours", inStyle("@media (prefers-color-scheme: light) { p { color: #bbb } }"), /light, 1280 wide: color-contrast/],
  ["pale text in dark colours", inStyle("@media (prefers-color-scheme: dark) { p { color: #444 } }"), /dark, 1280 wide: color-contrast/],
  ["pale text on small screens", inStyle("@media (max-width: 400px) { p { color: #bbb } }"), /light, 360 wide: color-contrast/],
  ["an image without words", { ...more('<img src="a.svg">'), "public/a.svg": PICTURE }, /image-alt/],
  ["a page without language", inPage(' lang="en"', ""), /html-has-lang/],
  ["buttons too small to touch", { ...inStyle(SMALL), "public/index.html": PAGE.replace("</main>", `${BUTTONS}</main>`) }, /target-size/],
  ["a page too wide for a phone", inStyle("p { min-width: 340px; margin: 0 }"), /at 320 is/],
  ["a style sheet that is not there", inPage("style.css", "styles.css"), /could not load/],
  ["a style that the policy forbids", more('<p style="margin: 0">a</p>'), /complains: .*Content Security Policy/],
  ["a picture from elsewhere", inPage("img-src 'self'\">", "img-src *\"><link rel=\"icon\" href=\"http://127.0.0.1:9/a.png\">"), /asks for http:/],
];

function write(files) {
  const directory = mkdtempSync(join(tmpdir(), "rapor-site-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(directory, dirname(path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
  return directory;
}

async function check(judge, breaks) {
  const missed = [];
  const faultsOf = async (files) => {
    const directory = write(files);
    try {
      return await judge(readSite(directory));
    } finally {
      rmSync(directory, { recursive: true });
    }
  };
  for (const fault of await faultsOf(GOOD)) missed.push(`the good page is said to be bad: ${fault}`);
  for (const [name, files, expected] of breaks) {
    const faults = await faultsOf(files);
    if (!faults.some((fault) => expected.test(fault))) missed.push(`not noticed: ${name} [${faults.join("; ")}]`);
  }
  return missed;
}

export async function prove() {
  const missed = [
    ...(await check(staticFaults, STATIC)),
    ...(await check(markupFaults, MARKUP)),
    ...(await withBrowser((browser) =>
      check((site) => browserFaults(browser, site, [...site.pages.values()]), BROWSER))),
  ];
  return { missed, count: STATIC.length + MARKUP.length + BROWSER.length };
}
