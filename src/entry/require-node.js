// Runs before anything else, so it is plain JavaScript that an old Node can read.
const major = Number(process.versions.node.split('.')[0])
if (major < 24) {
  process.stderr.write(`Barnlänken needs Node 24 or later; this is ${process.versions.node}.\n`)
  process.stderr.write('On Linux x64, "npm ci" brings one along; elsewhere, install Node 24 and run again.\n')
  process.exit(1)
}
