/** Imported first: the database's driver crashes under an older Node, and this says why before it does. */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < 22 || (major === 22 && minor < 18)) {
  console.log(
    `Overgang needs Node 24, which "npm ci" has installed: start it with "npm run …", not with Node ${process.versions.node}.`,
  )
  process.exit(1)
}
