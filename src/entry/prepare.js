// Runs when the project is installed, so it is plain JavaScript that an old Node can read: `npm start` then says what is missing.
const major = Number(process.versions.node.split('.')[0])
if (major >= 24) await import('./make-ready.ts')
