/** Installed only by who wants the comparison (`npm install --no-save nodejs-polars`); what is used of it is typed in `jobs.ts`. */
declare module 'nodejs-polars' {
  const library: unknown
  export default library
}
