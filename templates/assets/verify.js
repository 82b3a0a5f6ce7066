// Checks a document against the seals of its page. Nothing leaves this computer: the page may not ask for anything.
"use strict";
(() => {
  const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  // SHA-256. Its constants are the first 32 bits of fractions of roots of primes.
  const [ROUNDS, START] = (() => {
    const primes = [];
    for (let n = 2; primes.length < 64; n += 1) if (primes.every((prime) => n % prime)) primes.push(n);
    const bits = (root) => ((root % 1) * 0x100000000) | 0;
    return [primes.map((prime) => bits(Math.cbrt(prime))), primes.slice(0, 8).map((prime) => bits(Math.sqrt(prime)))];
  })();

  function block(state, bytes, at) {
    const words = new Int32Array(64);
    for (let i = 0; i < 16; i += 1, at += 4) {
      words[i] = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
    }
    const turn = (word, by) => (word >>> by) | (word << (32 - by));
    for (let i = 16; i < 64; i += 1) {
      const one = words[i - 15], two = words[i - 2];
      words[i] = words[i - 16] + (turn(one, 7) ^ turn(one, 18) ^ (one >>> 3))
        + words[i - 7] + (turn(two, 17) ^ turn(two, 19) ^ (two >>> 10));
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < 64; i += 1) {
      const first = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + ROUNDS[i] + words[i]) | 0;
      const second = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((word, i) => { state[i] += word; });
  }

  // The hash of the bytes up to each of some ends, in rising order.
  function hashes(bytes, ends) {
    const state = Int32Array.from(START);
    let at = 0;
    return ends.map((end) => {
      for (; at + 64 <= end; at += 64) block(state, bytes, at);
      const rest = new Uint8Array(end - at < 56 ? 64 : 128);
      rest.set(bytes.subarray(at, end));
      rest[end - at] = 0x80;
      const view = new DataView(rest.buffer);
      view.setUint32(rest.length - 8, Math.floor(end / 0x20000000));
      view.setUint32(rest.length - 4, (end << 3) >>> 0);
      const last = Int32Array.from(state);
      for (let i = 0; i < rest.length; i += 64) block(last, rest, i);
      const out = new DataView(new ArrayBuffer(32));
      last.forEach((word, i) => out.setInt32(4 * i, word));
      return new Uint8Array(out.buffer);
    });
  }

  const hash = (bytes) => hashes(bytes, [bytes.length])[0];
  const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const bytesOf = (text) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const joined = (one, other) => Uint8Array.from([...one, ...other]);

  function mac(key, message) {
    const padded = new Uint8Array(64);
    padded.set(key);
    const inner = hash(joined(padded.map((byte) => byte ^ 0x36), message));
    return hash(joined(padded.map((byte) => byte ^ 0x5c), inner));
  }

  // A code as it is typed, as its letters; null if it is none.
  function read(typed) {
    const letters = typed.toUpperCase().replace(/[-\u2010-\u2013\s]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
    const right = letters.length === 26 && [...letters].every((letter) => LETTERS.includes(letter));
    return right && letters[0] < "8" ? letters : null;
  }

  // Where the page of a code lies.
  function address(letters) {
    const bits = [...letters].map((letter) => LETTERS.indexOf(letter).toString(2).padStart(5, "0")).join("").slice(2);
    const code = bits.match(/.{8}/g).map((byte) => parseInt(byte, 2));
    return hex(hash(joined(bytesOf("rapor page 1"), code))).slice(0, 32);
  }

  // Where revisions of a file may end: signatures are appended, and leave what was before as it was.
  function ends(bytes) {
    const mark = bytesOf("%%EOF");
    const found = new Set([bytes.length]);
    for (let at = bytes.indexOf(mark[0]); at >= 0; at = bytes.indexOf(mark[0], at + 1)) {
      if (mark.some((byte, i) => bytes[at + i] !== byte)) continue;
      let end = at + mark.length;
      found.add(end);
      if (bytes[end] === 13) end += 1;
      if (bytes[end] === 10) end += 1;
      found.add(end);
    }
    return [...found].sort((one, other) => one - other);
  }

  // "whole" if the file is one of those sealed, "start" if it begins with one, else "none".
  function judge(bytes, letters, seals) {
    const all = ends(bytes);
    const known = hashes(bytes, all).map((one) => seals.includes(hex(mac(bytesOf(letters), bytesOf(hex(one))))));
    if (known[known.length - 1]) return "whole";
    return known.includes(true) ? "start" : "none";
  }

  if (typeof document === "undefined") {
    module.exports = { address, hash, hex, judge, read };
    return;
  }

  const find = (id) => document.getElementById(id);
  const code = find("code"), file = find("file"), here = location.pathname.split("/").pop().replace(/\.html$/, "");
  const seals = Array.from(document.querySelectorAll(".seals code"), (element) => element.textContent.trim());

  function say(id) {
    for (const answer of document.querySelectorAll("[data-answer]")) answer.hidden = answer.dataset.answer !== id;
  }

  async function check() {
    const letters = read(code.value);
    if (!letters) return say(code.value.trim() ? "code" : "");
    const there = address(letters);
    if (there !== here) {
      find("page").href = `${there}.html#${letters}`;
      return say("elsewhere");
    }
    if (!file || !file.files[0]) return say("");
    return say(judge(new Uint8Array(await file.files[0].arrayBuffer()), letters, seals));
  }

  function begin() {
    if (location.hash.length > 1) code.value = location.hash.slice(1);
    check();
  }

  find("check").hidden = false;
  code.addEventListener("input", check);
  if (file) file.addEventListener("change", check);
  window.addEventListener("hashchange", begin);
  begin();
})();
