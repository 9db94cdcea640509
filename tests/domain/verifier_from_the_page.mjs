// A stranger's verifier: written from the words of docs/record-format.md alone, in another language.
// Reads cases as JSON from standard input, [{log, key, notes}] with the log in base64; writes one verdict each, true or false.
import { createHash, createPublicKey, verify } from "node:crypto";
import { readFileSync } from "node:fs";

const NAME = /^[a-z0-9][a-z0-9_-]{0,59}$/, HASH = /^[0-9a-f]{64}$/, ZEROS = "0".repeat(64);
const TIME = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;
const LEAF = "actor,at,draft,log,payload_hash,prev,role,seq,sha256,text_sha256,type,v,version";

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest();
const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const is = (form, value) => typeof value === "string" && form.test(value);
const isNumber = (value) => Number.isInteger(value) && value >= 1 && value <= 999999999999999;
const keys = (value) => (isObject(value) ? Object.keys(value).sort().join(",") : "");

function must(condition) {
  if (!condition) throw new Error("refused");
}

function canonical(value) {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number") {
    must(Number.isSafeInteger(value) && !Object.is(value, -0));
    return String(value);
  }
  if (typeof value === "string") {
    must(value.isWellFormed());
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  const pairs = Object.keys(value).sort().map((key) => {
    must(/^[\x00-\x7f]*$/.test(key));
    return `${JSON.stringify(key)}:${canonical(value[key])}`;
  });
  return `{${pairs.join(",")}}`;
}

function checkLeaf(leaf) {
  must(keys(leaf) === LEAF && leaf.v === 1 && is(TIME, leaf.at) && isNumber(leaf.seq));
  for (const key of ["actor", "log", "role", "type"]) must(is(NAME, leaf[key]));
  for (const key of ["payload_hash", "prev"]) must(is(HASH, leaf[key]));
  for (const key of ["sha256", "text_sha256"]) must(leaf[key] === null || is(HASH, leaf[key]));
  must(leaf.draft === null || is(NAME, leaf.draft));
  must(leaf.version === null || isNumber(leaf.version));
}

function checkPayload({ leaf, payload, salt }) {
  if (payload === null && salt === null) return;
  must(isObject(payload) && is(HASH, salt));
  must(sha256(Buffer.from(salt, "hex"), canonical(payload)).toString("hex") === leaf.payload_hash);
  must(leaf.type === payload.type);
  must(leaf.version === (payload.version ?? null));
  const file = "docx_sha256" in payload ? payload.docx_sha256 : (payload.file_sha256 ?? null);
  must(leaf.sha256 === file && leaf.text_sha256 === (payload.text_sha256 ?? null));
}

function readLog(bytes) {
  const hashes = [];
  let log = null, prev = ZEROS, start = 0, closed = false;
  while (start < bytes.length) {
    must(!closed);
    const end = bytes.indexOf(10, start);
    must(end >= 0);
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes.subarray(start, end));
    const value = JSON.parse(text);
    must(isObject(value) && canonical(value) === text);
    start = end + 1;
    if (keys(value) === "head") {
      const { head } = value;
      must(keys(head) === "hash,log,size" && is(NAME, head.log) && (log === null || head.log === log));
      must(head.size === hashes.length && head.hash === prev);
      closed = true;
      continue;
    }
    must(keys(value) === "hash,leaf,payload,salt");
    checkLeaf(value.leaf);
    must(value.leaf.seq === hashes.length + 1 && value.leaf.prev === prev);
    must(log === null || log === value.leaf.log);
    const hash = sha256("\0", canonical(value.leaf));
    must(value.hash === hash.toString("hex"));
    checkPayload(value);
    hashes.push(hash);
    prev = value.hash;
    log = value.leaf.log;
  }
  must(closed);
  return { hashes, log };
}

function merkle(hashes) {
  if (hashes.length === 0) return sha256("");
  if (hashes.length === 1) return hashes[0];
  let k = 1;
  while (k * 2 < hashes.length) k *= 2;
  return sha256("\x01", merkle(hashes.slice(0, k)), merkle(hashes.slice(k)));
}

function bytesOf(base64) {
  const bytes = Buffer.from(base64, "base64");
  must(bytes.toString("base64") === base64);
  return bytes;
}

function readKey(line) {
  const [, name, id, text] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(line.trim());
  const bytes = bytesOf(text);
  must(bytes.length === 33 && bytes[0] === 1);
  must(sha256(name, "\n", bytes).subarray(0, 4).toString("hex") === id);
  const jwk = { kty: "OKP", crv: "Ed25519", x: bytes.subarray(1).toString("base64url") };
  return { name, id, key: createPublicKey({ key: jwk, format: "jwk" }) };
}

function openNote(note, { name, id, key }) {
  const [, text, origin, size, root, rest] =
    /^(([^\n]+)\n(0|[1-9]\d{0,14})\n([^\n]+)\n)\n((?:[^\n]+\n)+)$/.exec(note);
  must(origin === name);
  let signed = false;
  for (const line of rest.slice(0, -1).split("\n")) {
    const [, owner, base64] = /^\u2014 (\S+) (\S+)$/.exec(line);
    const bytes = bytesOf(base64);
    if (owner !== name || bytes.subarray(0, 4).toString("hex") !== id) continue;
    must(verify(null, Buffer.from(text), key, bytes.subarray(4)));
    signed = true;
  }
  must(signed);
  const hash = bytesOf(root);
  must(hash.length === 32);
  return { size: Number(size), hash };
}

function accepts({ log, key, notes }) {
  try {
    const read = readLog(Buffer.from(log, "base64"));
    const signer = readKey(key);
    must(read.log === null || signer.name === `perdes-flow/${read.log}`);
    for (const { size, hash } of notes.map((note) => openNote(note, signer))) {
      must(size <= read.hashes.length && merkle(read.hashes.slice(0, size)).equals(hash));
    }
    return true;
  } catch {
    return false;
  }
}

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(accepts)));
