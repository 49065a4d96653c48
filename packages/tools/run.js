// Starts a tool of src/ by its name: `node packages/tools/run.js build`. Plain JavaScript on purpose, so that a
// Node too old to read TypeScript gets a sentence instead of a stack trace.
const [name, ...args] = process.argv.slice(2);

if (!process.features.typescript) {
  console.error(
    `Portico's commands run on Node 24, and this is Node ${process.versions.node}.\n` +
      "`npm install` with Node 20.19 or newer brings Node 24 along; start the commands through npm, such as `npm start`.",
  );
  process.exit(1);
}

const { main } = await import(`./src/${name}.ts`);
process.exitCode = await main(args);
