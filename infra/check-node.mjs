// Runs on any Node, before anything that needs a current one: says the fix instead of a syntax error.
const [major] = process.versions.node.split('.').map(Number);
if (major < 24) {
  process.stderr.write(
    `Earshot runs on Node 24 or later; this is Node ${process.versions.node}.\n` +
      'Run "npm ci" first and start it through npm ("npm start"): the package brings its own Node 24.\n',
  );
  process.exit(1);
}
