// Compares the script that checks documents with another implementation of the same.

import { createHash, createHmac } from "node:crypto";
import { createRequire } from "node:module";

const script = createRequire(import.meta.url)("../../../templates/assets/verify.js");
// A code with its address, as the tests of the program have it too.
const CODE = "3JC5R6YWH0CHQP6XBDCNQ7881H";
const ADDRESS = "7b7a61aac6dd6a107e028fb674361697";

const hash = (bytes) => createHash("sha256").update(bytes).digest("hex");
const seal = (bytes) => createHmac("sha256", CODE).update(hash(bytes)).digest("hex");
const file = (length) => Buffer.from(Array.from({ length }, (_, place) => (place * 131 + (place >> 8)) & 255));

export function sealFaults() {
  const faults = [];
  const holds = (what, right) => right || faults.push(`the script for checking documents: ${what}`);
  for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 120, 127, 128, 1000, 70_001]) {
    holds(`hash of ${length} bytes`, script.hex(script.hash(file(length))) === hash(file(length)));
  }
  holds("address", script.address(CODE) === ADDRESS);
  holds("typed codes", script.read("3jc5r-6ywho-chqp6-xbdcn q788lh") === CODE);
  for (const wrong of ["", CODE.slice(1), `8${CODE.slice(1)}`, `${CODE}0`, CODE.replace("H", "U")]) {
    holds(`takes ${wrong} for a code`, script.read(wrong) === null);
  }
  const printed = Buffer.concat([file(200), Buffer.from("\n%%EOF\n")]);
  const signed = Buffer.concat([printed, file(300), Buffer.from("\n%%EOF\r\n")]);
  const changed = Buffer.from(printed.map((byte, place) => (place === 100 ? byte ^ 1 : byte)));
  holds("the file itself", script.judge(printed, CODE, ["0", seal(printed)]) === "whole");
  holds("a continuation", script.judge(signed, CODE, [seal(printed)]) === "start");
  holds("a recorded continuation", script.judge(signed, CODE, [seal(signed)]) === "whole");
  holds("a changed file", script.judge(changed, CODE, [seal(printed), seal(signed)]) === "none");
  holds("a file with another code", script.judge(printed, CODE.replace("3", "4"), [seal(printed)]) === "none");
  return faults;
}
