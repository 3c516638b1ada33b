/** The part of pdf.js that is used: pages of text. */
declare module 'pdfjs-dist/legacy/build/pdf.mjs' {
  interface PdfTextItem {
    readonly str?: string
    readonly hasEOL?: boolean
  }

  interface PdfPages {
    readonly numPages: number
    readonly getPage: (number: number) => Promise<{
      readonly getTextContent: () => Promise<{ readonly items: readonly PdfTextItem[] }>
      readonly cleanup: () => void
    }>
  }

  interface PdfReader {
    readonly getDocument: (given: object) => { readonly promise: Promise<PdfPages> }
  }

  const getDocument: PdfReader['getDocument']
  export { getDocument, type PdfPages, type PdfReader, type PdfTextItem }
}
