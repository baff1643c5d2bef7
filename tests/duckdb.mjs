// Runs SQL files in DuckDB and prints what the last statement of each gives, as JSON: duckdb.mjs FOLDER FILE…
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const require = createRequire(resolve(process.env.WARDPLAN_DUCKDB ?? ".") + "/");
const { DuckDBInstance } = require("@duckdb/node-api");
const [folder, ...files] = process.argv.slice(2);
const texts = files.map((file) => readFileSync(file, "utf8"));
process.chdir(folder);
const connection = await (await DuckDBInstance.create(":memory:")).connect();
await connection.run(readFileSync("duckdb.sql", "utf8"));
const answers = [];
for (const text of texts) {
  const reader = await connection.runAndReadAll(text);
  answers.push(reader.getRowObjectsJson());
}
console.log(JSON.stringify(answers));
