// Judges Word files by Microsoft's own rules: node schema.js MODULE < list of files > one line of JSON a file.
const { readFileSync } = require("node:fs");
const { pathToFileURL } = require("node:url");

(async () => {
  const { default: validate } = await import(pathToFileURL(process.argv[2]));
  for (const file of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
    const faults = await validate(new Uint8Array(readFileSync(file)), "Microsoft365");
    console.log(JSON.stringify(faults.map((fault) => fault.description)));
  }
})();
