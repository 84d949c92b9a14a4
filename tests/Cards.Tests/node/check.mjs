// node check.mjs FOLDER…  Checks every *.json card there; one line a problem, exit code 1 if there is any.
// Twice: against the official schema of version 1.5, and with the official parser (npm adaptivecards) as Teams on the web uses it.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const Ajv = require('ajv');
const draft6 = require('ajv/dist/refs/json-schema-draft-06.json');
const Cards = require('adaptivecards/dist/adaptivecards.js');
const mostBytes = 28 * 1024;

// The schema is one large "any of", whose errors say little: each typed node is checked against its own definition instead.
const schema = JSON.parse(fs.readFileSync(new URL('adaptive-card-1.5.0.json', import.meta.url), 'utf8'));
schema.$id = schema.id;
delete schema.id;
const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false });
ajv.addMetaSchema(draft6);
ajv.addSchema(schema);

function* typedNodes(node, at) {
  if (Array.isArray(node)) {
    for (const [index, item] of node.entries()) yield* typedNodes(item, `${at}/${index}`);
  } else if (node && typeof node === 'object') {
    const type = node.type ?? (/\/choices\/\d+$/.test(at) ? 'Input.Choice' : /\/facts\/\d+$/.test(at) ? 'Fact' : undefined);
    if (type) yield { type, node, at };
    for (const [key, value] of Object.entries(node)) if (key !== 'data') yield* typedNodes(value, `${at}/${key}`);
  }
}

// An error below a typed node is reported by that node itself.
const belongsTo = (node, error) => {
  let value = node;
  for (const key of error.instancePath.split('/').slice(1)) {
    value = value?.[key];
    if (value && typeof value === 'object' && !Array.isArray(value)) return false;
  }
  return !['anyOf', 'oneOf', 'allOf', 'if'].includes(error.keyword);
};

function schemaProblems(card) {
  const problems = [];
  for (const { type, node, at } of typedNodes(card, '')) {
    if (!schema.definitions[type]) {
      problems.push(`${at}: no '${type}' in version 1.5`);
      continue;
    }
    const valid = ajv.getSchema(`${schema.$id}#/definitions/${type}`);
    if (!valid(node)) {
      for (const error of valid.errors.filter((e) => belongsTo(node, e)))
        problems.push(`${at}${error.instancePath}: ${error.message} ${error.params.additionalProperty ?? ''}`.trimEnd());
    }
  }
  return problems;
}

function parserProblems(json) {
  const context = new Cards.SerializationContext(Cards.Versions.v1_5);
  const card = new Cards.AdaptiveCard();
  // The parser's pattern for "lang" keeps its place between cards, so that it refuses every second one.
  Cards.AdaptiveCard.langProperty.regEx.lastIndex = 0;
  card.parse(json, context);
  const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index));
  return [...events, ...card.validateProperties().validationEvents].map((event) => `parser: ${event.message}`);
}

let checked = 0;
let failed = 0;
for (const folder of process.argv.slice(2)) {
  for (const file of fs.readdirSync(folder).filter((name) => name.endsWith('.json')).sort()) {
    const card = JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8'));
    const problems = [...schemaProblems(card), ...parserProblems(card)];
    if (card.version !== '1.5') problems.push(`version is '${card.version}'`);
    const bytes = Buffer.byteLength(JSON.stringify(card));
    if (bytes >= mostBytes) problems.push(`${bytes} bytes`);
    for (const problem of new Set(problems)) console.log(`${file}: ${problem}`);
    checked += 1;
    failed += problems.length > 0 ? 1 : 0;
  }
}
console.log(`${checked} cards checked, ${failed} with problems`);
process.exit(failed > 0 || checked === 0 ? 1 : 0);
